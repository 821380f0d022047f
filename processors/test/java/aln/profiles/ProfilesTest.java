package aln.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.media.Studio;
import aln.problems.Problem;
import org.junit.jupiter.api.Test;

class ProfilesTest {

  private final Profiles profiles =
      new Profiles(Studio.SETTINGS, new CodecSets(false, CodecSetsTest::nobodyAsks));

  @Test
  void offerOnlyWhatCanBeMade() {
    assertThat(profiles.list().items())
        .extracting(Profile::name)
        .containsExactly("fast", "standard", "archive");
    var able = new CodecSets(true, () -> CodecSetsTest.abilities("libsvtav1", "libaom-av1"));
    assertThat(new Profiles(Studio.SETTINGS, able).list().items())
        .extracting(Profile::name)
        .containsExactly("fast", "standard", "compact", "archive");
  }

  @Test
  void tellWhichOneIsUsual() {
    assertThat(profiles.list().items())
        .filteredOn(Profile::usual)
        .extracting(Profile::name)
        .containsExactly("standard");
    assertThat(profiles.choose(null)).isEqualTo("standard");
    assertThat(profiles.choose("archive")).isEqualTo("archive");
  }

  @Test
  void nameTheKnownOnesWhenAnUnknownOneIsAskedFor() {
    assertThatThrownBy(() -> profiles.choose("cinema"))
        .isInstanceOfSatisfying(
            Problem.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.details().errors())
                  .singleElement()
                  .satisfies(
                      error ->
                          assertThat(error.message())
                              .isEqualTo(
                                  "There is no profile cinema. Choose one of fast, standard, archive."));
            });
  }
}
