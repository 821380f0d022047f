package aln.uploads;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.problems.Problem;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.MimeType;
import org.springframework.util.unit.DataSize;

class UploadLimitsTest {

  private final UploadLimits limits =
      new UploadLimits(
          new UploadSettings(
              DataSize.ofTerabytes(5),
              List.of(MimeType.valueOf("video/*"), MimeType.valueOf("application/octet-stream")),
              DataSize.ofBytes(0),
              Duration.ofHours(6),
              Duration.ofDays(7)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "video/mp4",
        "VIDEO/MP4",
        "video/mp4; codecs=\"avc1\"",
        "application/octet-stream"
      })
  void takeWhatMayBeAFilm(String type) {
    assertThatCode(() -> limits.check(1, type)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/png", "application/json", "video", "", "*/*"})
  void refuseOtherTypes(String type) {
    assertThatThrownBy(() -> limits.check(1, type)).matches(refusal(415, "unsupported-type"));
  }

  @Test
  void refuseWhatIsEmptyOrTooLarge() {
    long most = DataSize.ofTerabytes(5).toBytes();
    assertThatThrownBy(() -> limits.check(0, "video/mp4")).matches(refusal(422, "empty-file"));
    assertThatCode(() -> limits.check(most, "video/mp4")).doesNotThrowAnyException();
    assertThatThrownBy(() -> limits.check(most + 1, "video/mp4"))
        .matches(refusal(413, "too-large"));
  }

  @Test
  void sendWhatOneRequestCannotCarryToTheParts() {
    long most = DataSize.ofGigabytes(5).toBytes();
    assertThatCode(() -> limits.checkOnePut(most, "video/mp4")).doesNotThrowAnyException();
    assertThatThrownBy(() -> limits.checkOnePut(most + 1, "video/mp4"))
        .matches(refusal(413, "too-large-for-one-request"));
  }

  private static Predicate<Throwable> refusal(int status, String code) {
    return thrown ->
        thrown instanceof Problem problem
            && problem.status() == status
            && problem.code().equals(code);
  }
}
