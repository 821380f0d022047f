package aln.fetch;

import aln.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What answers that hold no file mean to a creator. */
final class Answers {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private Answers() {}

  /**
   * @param retryAfter the header, or null
   * @param now of the hub
   * @throws SourceFailed when it may pass
   * @throws Problem when it does not
   */
  static void refuse(int status, String host, @Nullable String retryAfter, Instant now)
      throws SourceFailed {
    switch (status) {
      case 401, 403, 407 ->
          throw Problem.unprocessable(
              "source-forbidden",
              "%s does not let the hub have the file (HTTP %d). Share it so that anybody with the link can download it, then bring it again."
                  .formatted(host, status));
      case 404, 410 ->
          throw Problem.unprocessable(
              "source-not-found",
              "There is no file at this address (%s answers HTTP %d). Open it in a browser, mend it, and bring it again."
                  .formatted(host, status));
      case 408, 425, 429 -> throw passing(status, host, retryAfter, now);
      default -> {
        if (status >= 500) {
          throw passing(status, host, retryAfter, now);
        }
        throw Problem.unprocessable(
            "source-refused",
            "%s answers HTTP %d and no file. Check that the address downloads the file itself, then bring it again."
                .formatted(host, status));
      }
    }
  }

  private static SourceFailed passing(
      int status, String host, @Nullable String retryAfter, Instant now) {
    return new SourceFailed(
        "%s answers HTTP %d.".formatted(host, status), null, wait(retryAfter, now));
  }

  /** Seconds or a date (RFC 9110 §10.2.3); at most an hour. */
  static @Nullable Duration wait(@Nullable String retryAfter, Instant now) {
    if (retryAfter == null) {
      return null;
    }
    String text = retryAfter.strip();
    try {
      Duration wait =
          text.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
      return wait.isNegative() ? null : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}
