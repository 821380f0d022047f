package aln.uploads;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that is about to come in parts, in the shape that {@code @uppy/aws-s3} sends; {@code
 * openapi/uploads.yaml} describes it.
 *
 * @param type as the browser says; empty or null where it does not know
 * @param metadata all texts: size in bytes, and what else one may say of a file
 */
public record CreateMultipart(
    String filename, @Nullable String type, Map<String, String> metadata) {

  private static final long LEAST_PART = 5 << 20;
  private static final long MOST_PARTS = 10_000;

  public long size() {
    return Long.parseLong(metadata.getOrDefault("size", "0"));
  }

  public String contentType() {
    return type == null || type.isEmpty() ? "application/octet-stream" : type;
  }

  /** Bytes of each part but the last, as {@code @uppy/aws-s3} cuts by itself: at most 10 000. */
  long partSize() {
    return Math.max(LEAST_PART, (size() + MOST_PARTS - 1) / MOST_PARTS);
  }

  @Nullable Long lastModified() {
    return Optional.ofNullable(metadata.get("lastModified")).map(Long::valueOf).orElse(null);
  }

  InitiateUpload work() {
    return new InitiateUpload(
        filename,
        contentType(),
        size(),
        metadata.get("title"),
        metadata.get("description"),
        metadata.get("visibility"),
        metadata.get("profile"),
        null);
  }
}
