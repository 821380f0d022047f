package aln.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import aln.ffmpeg.Abilities;
import aln.ffmpeg.Installation;
import aln.media.plan.Ladder;
import aln.media.plan.Ladders;
import java.io.File;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodecSetsTest {

  private static final Ladder COMPACT = Ladders.named("compact");

  @Test
  void areMadeWhereFfmpegHasEncoderAndDecoder() {
    for (String decoder : Set.of("libaom-av1", "libdav1d")) {
      CodecSets able = new CodecSets(true, () -> abilities("libsvtav1", decoder));
      assertThat(able.missing(COMPACT)).isEmpty();
      assertThat(able.allow(COMPACT)).isTrue();
      assertThat(able.possible(COMPACT)).isSameAs(COMPACT);
    }
  }

  @Test
  void areLeftOutWhereTheEncoderIsMissingAndSaySo() {
    CodecSets unable = new CodecSets(true, () -> abilities("libx265", "libaom-av1"));
    assertThat(unable.missing(COMPACT))
        .contains(
            "The profile compact is not offered: it needs the encoder libsvtav1 for its second set (av1), which"
                + " FFmpeg 5.1.9 (/usr/bin/ffmpeg) has not. Name one that has it in ALN_FFMPEG, or set"
                + " ALN_MEDIA_SECOND_SETS=false.");
    assertThat(unable.allow(COMPACT)).isFalse();
    assertThat(unable.possible(COMPACT).then()).isNull();
    assertThat(unable.possible(COMPACT).rungs()).isEqualTo(COMPACT.rungs());
  }

  @Test
  void areLeftOutWhereNobodyCouldLookAtThem() {
    CodecSets blind = new CodecSets(true, () -> abilities("libsvtav1", "av1"));
    assertThat(blind.missing(COMPACT).orElseThrow()).contains("the decoder ", "libaom-av1");
    assertThat(blind.allow(COMPACT)).isFalse();
  }

  @Test
  void areLeftOutWhereNobodyWantsThem() {
    CodecSets off = new CodecSets(false, CodecSetsTest::nobodyAsks);
    assertThat(off.allow(COMPACT)).isFalse();
    assertThat(off.possible(COMPACT).then()).isNull();
  }

  @Test
  void leaveOtherLaddersAlone() {
    Ladder standard = Ladders.named("standard");
    CodecSets unable = new CodecSets(true, () -> abilities("libx264", "h264"));
    assertThat(unable.missing(standard)).isEmpty();
    assertThat(unable.possible(standard)).isSameAs(standard);
  }

  static Abilities nobodyAsks() {
    throw new AssertionError("FFmpeg is asked in vain");
  }

  static Abilities abilities(String encoder, String decoder) {
    File program = new File("/usr/bin/ffmpeg");
    return new Abilities(
        new Installation(program, program, Installation.Origin.PATH, null),
        "5.1.9",
        Set.of(encoder),
        Set.of(decoder),
        Set.of(),
        Set.of(),
        Set.of());
  }
}
