package aln.fetch;

import aln.outbound.OutboundResponse;
import aln.problems.Problem;
import aln.uploads.UploadLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of the file that it begins to send (RFC 9110).
 *
 * @param size bytes; null where it does not say
 * @param validator strong ETag, or the time of its last change: what tells that it is still the
 *     same; null where nothing does
 */
record Offer(@Nullable Long size, String contentType, @Nullable String validator, String filename) {

  /** A file that has changed once more within this time would look the same (RFC 9110 §8.8.2.2). */
  private static final Duration SETTLED = Duration.ofSeconds(60);

  /**
   * @throws Problem 413, 415 or 422 when the hub does not take that
   */
  static Offer of(OutboundResponse response, Fetch fetch, UploadLimits limits) {
    return of(response::header, fetch, limits);
  }

  /**
   * @param header the value of a header, or null
   */
  static Offer of(UnaryOperator<@Nullable String> header, Fetch fetch, UploadLimits limits) {
    refuseEncoded(header.apply("Content-Encoding"));
    String filename =
        fetch.named()
            ? fetch.filename()
            : FileName.in(header.apply("Content-Disposition")).orElse(fetch.filename());
    String type = FileType.of(header.apply("Content-Type"), filename, limits::takes);
    Long size = sizeOf(header.apply("Content-Length"));
    limits.check(size == null ? 1 : size, type);
    return new Offer(size, type, validator(header), filename);
  }

  /** Bytes that are packed for the way are not those of the file, and may be a bomb. */
  private static void refuseEncoded(@Nullable String encoding) {
    if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
      throw Problem.unprocessable(
          "content-encoded",
          "The server packs the file for its way (Content-Encoding: %s) although the hub asks for it as it is. Name an address that sends the file itself."
              .formatted(encoding));
    }
  }

  private static @Nullable Long sizeOf(@Nullable String length) {
    return length == null || !length.strip().matches("\\d{1,18}")
        ? null
        : Long.valueOf(length.strip());
  }

  static @Nullable String validator(UnaryOperator<@Nullable String> header) {
    String tag = header.apply("ETag");
    if (tag != null && tag.startsWith("\"") && tag.endsWith("\"") && tag.length() > 2) {
      return tag;
    }
    String changed = header.apply("Last-Modified");
    Optional<Instant> at = time(changed);
    Optional<Instant> now = time(header.apply("Date"));
    boolean settled =
        at.isPresent() && now.isPresent() && at.get().plus(SETTLED).isBefore(now.get());
    return settled ? changed : null;
  }

  private static Optional<Instant> time(@Nullable String date) {
    try {
      return date == null
          ? Optional.empty()
          : Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  /** A first title: the file's name without its ending. */
  static String titleOf(String filename) {
    int dot = filename.lastIndexOf('.');
    return dot > 0 ? filename.substring(0, dot) : filename;
  }
}
