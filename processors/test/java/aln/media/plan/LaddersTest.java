package aln.media.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaddersTest {

  private static final String GOOD =
      """
      name: home
      description: For here.
      preset: medium
      quality: 22
      rungs: [{ shortSide: 360, bitRate: 800000 }, { shortSide: 720, bitRate: 2800000 }]
      audio: { stereoBitRate: 128000, monoBitRate: 80000 }
      """;

  @Test
  void areShippedFromTheQuickestToTheBest() {
    assertThat(Ladders.all())
        .extracting(Ladder::name)
        .containsExactly("fast", "standard", "compact", "archive");
    assertThat(Ladders.named("archive").rungs().get(0).shortSide()).isEqualTo(2160);
  }

  @Test
  void haveTheirRungsInOrder() {
    assertThat(read(GOOD).rungs()).extracting(Ladder.Rung::shortSide).containsExactly(720, 360);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: home            | name: away            | its name is home
          preset: medium        | preset: quick         | preset is one of
          quality: 22           | quality: 99           | quality is from 1 to 51: 99
          quality: 22           | qualty: 22            | quality is from 1 to 51: 0
          shortSide: 360        | shortSide: 361        | shortSide is even: 361
          bitRate: 800000       | bitRate: 2900000      | higher bitRate than smaller ones
          shortSide: 360        | shortSide: 720        | its own shortSide
          monoBitRate: 80000    | monoBitRate: 80       | monoBitRate is in bits a second: 80
          description: For here | description: ''       | description
          """)
  void sayWhatIsWrongWithThem(String right, String wrong, String why) {
    assertThat(GOOD).contains(right);
    assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("config/ladders/home.yaml: ")
        .hasMessageContaining(why);
  }

  @Test
  void tuneOnlyWithParameters() {
    assertThat(read(GOOD + "tuning: psy=0:aq-mode=2").tuning()).isEqualTo("psy=0:aq-mode=2");
    assertThatThrownBy(() -> read(GOOD + "tuning: -i /etc/passwd"))
        .hasMessageContaining("tuning is name=value");
    assertThatThrownBy(() -> read(GOOD + "firstPreset: now"))
        .hasMessageContaining("firstPreset is");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          codec: av1   | codec: h264   | the codec of then is hevc or av1
          codec: av1   | codec: vp9    | vp9
          codec: av1   | codec: hevc   | preset of hevc is one of [ultrafast,
          preset: 8    | preset: slow  | preset of av1 is one of [0, 1,
          quality: 35  | quality: 64   | quality of av1 is from 1 to 63: 64
          share: 0.6   | share: 60     | share is from 0.1 to 1: 60.0
          share: 0.6   | part: 0.6     | share is from 0.1 to 1: 0.0
          tuning: a=1  | tuning: -i x  | tuning is name=value
          """)
  void sayWhatIsWrongWithTheirSecondSet(String right, String wrong, String why) {
    String set = "then: { codec: av1, preset: 8, quality: 35, share: 0.6, tuning: a=1 }";
    assertThat(read(GOOD + set).then()).isEqualTo(new CodecSet(Codec.AV1, "8", 35, 0.6, "a=1"));
    assertThat(set).contains(right);
    assertThatThrownBy(() -> read(GOOD + set.replace(right, wrong)))
        .hasMessageStartingWith("config/ladders/home.yaml: ")
        .hasMessageContaining(why);
  }

  @Test
  void areRefusedWithoutRungs() {
    assertThatThrownBy(() -> read(GOOD.replaceAll("rungs: .*", "")))
        .hasMessageContaining("at least one rung");
    assertThatThrownBy(() -> read("")).hasMessageContaining("its name is home");
  }

  private static Ladder read(String yaml) {
    return Ladders.read("home", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
