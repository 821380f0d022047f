package aln.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ProvidedTest {

  @Test
  void isWhatTheEnvironmentSays() {
    Map<String, String> environment = Map.of("ALN_TEST_MEDIA", "/films", "ALN_TEST_REQUIRE", "all");
    assertThat(Provided.by("ALN_TEST_MEDIA", environment)).isEqualTo("/films");
  }

  @Test
  void skipsTheTestWhereItIsAbsent() {
    assertThatExceptionOfType(TestAbortedException.class)
        .isThrownBy(() -> Provided.by("ALN_TEST_MEDIA", Map.of("ALN_TEST_MEDIA", " ")))
        .withMessageContaining("ALN_TEST_MEDIA is not set");
  }

  @Test
  void failsTheTestWhereEverythingIsRequired() {
    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> Provided.by("ALN_TEST_MEDIA", Map.of("ALN_TEST_REQUIRE", "all")))
        .withMessageContaining("ALN_TEST_MEDIA is not set");
  }
}
