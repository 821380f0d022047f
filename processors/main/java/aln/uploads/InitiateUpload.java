package aln.uploads;

import org.jspecify.annotations.Nullable;

/**
 * A file that is about to come, as {@code openapi/uploads.yaml} describes it.
 *
 * @param filename metadata, never a path
 * @param size bytes
 * @param profile name of a ladder, or null for the hub's own choice
 * @param sha256 of its bytes, Base64; null: not compared
 */
public record InitiateUpload(
    String filename,
    String contentType,
    long size,
    @Nullable String title,
    @Nullable String description,
    @Nullable String visibility,
    @Nullable String profile,
    @Nullable String sha256) {

  /** The given title, or the file's name without its ending. */
  String titleOrName() {
    if (title != null && !title.isBlank()) {
      return title.strip();
    }
    String name = filename.substring(filename.replace('\\', '/').lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
