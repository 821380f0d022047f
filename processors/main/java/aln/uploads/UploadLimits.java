package aln.uploads;

import aln.problems.Problem;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;

/** What no hub of these settings ever takes, whoever brings it. */
@Component
public class UploadLimits {

  /** What S3 takes in one PUT or form, in bytes. */
  static final long ONE_PUT = 5L << 30;

  private final UploadSettings settings;

  public UploadLimits(UploadSettings settings) {
    this.settings = settings;
  }

  /**
   * One request brings all bytes.
   *
   * @throws Problem as {@link #check}; 413 for what only parts can bring
   */
  public void checkOnePut(long size, String contentType) {
    check(size, contentType);
    if (size > ONE_PUT) {
      throw Problem.of(
          413,
          "too-large-for-one-request",
          "One request carries up to %d bytes and the file has %d. Send it in parts: POST /api/uploads/s3/multipart."
              .formatted(ONE_PUT, size));
    }
  }

  /**
   * @param size bytes
   * @throws Problem 422 for an empty file, 413 for one that is too large, 415 for one that is no
   *     sound, picture or film
   */
  public void check(long size, String contentType) {
    long limit = settings.maxSize().toBytes();
    if (size == 0) {
      throw Problem.unprocessable(
          "empty-file",
          "The file is empty (0 bytes). Choose the file again, or export it once more.");
    }
    if (size > limit) {
      throw Problem.of(
          413,
          "too-large",
          "The file has %d bytes; this hub takes up to %d. Export it smaller, or ask the people who run the hub."
              .formatted(size, limit));
    }
    if (!takes(contentType)) {
      throw Problem.of(
          415,
          "unsupported-type",
          "This hub takes %s, not %s. Announce application/octet-stream when the type is not known; what the file really is, is found by its content."
              .formatted(
                  settings.types().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                  contentType));
    }
  }

  /** Whether it may be sound, picture or film, as the settings say. */
  public boolean takes(String contentType) {
    try {
      MimeType type = MimeType.valueOf(contentType);
      return settings.types().stream().anyMatch(each -> each.includes(type));
    } catch (InvalidMimeTypeException unreadable) {
      return false;
    }
  }
}
