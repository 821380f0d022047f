package aln.fetch;

import aln.uploads.InitiateUpload;
import org.jspecify.annotations.Nullable;

/**
 * A file that the hub is to fetch, as {@code openapi/uploads.yaml} describes it.
 *
 * @param filename null: as the server or the address names it
 * @param title null: made of the file's name
 * @param profile name of a ladder, or null for the hub's own choice
 */
public record FromUrl(
    String url,
    @Nullable String filename,
    @Nullable String title,
    @Nullable String description,
    @Nullable String visibility,
    @Nullable String profile) {

  /** Of a size and type that nobody has told yet. */
  InitiateUpload work(String name) {
    return new InitiateUpload(
        name, FileType.UNKNOWN, 0, title, description, visibility, profile, null);
  }
}
