package aln.uploads;

import org.jspecify.annotations.Nullable;

/**
 * A file that an HTML form is about to bring, as {@code openapi/uploads.yaml} describes it.
 *
 * @param maxSize bytes at most; how many come is known when they are there
 */
public record InitiateForm(
    String filename,
    String contentType,
    long maxSize,
    @Nullable String title,
    @Nullable String description,
    @Nullable String visibility,
    @Nullable String profile) {

  InitiateUpload work() {
    return new InitiateUpload(
        filename, contentType, maxSize, title, description, visibility, profile, null);
  }
}
