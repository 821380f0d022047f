package aln.drop;

import aln.problems.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sidecar says of its file, as {@code initiate-upload} takes it; null leaves as it is.
 *
 * @param profile name of a ladder
 */
public record Metadata(
    @Nullable String title,
    @Nullable String description,
    @Nullable String visibility,
    @Nullable String profile) {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DESCRIPTION = 5000;
  private static final List<String> VISIBILITIES = List.of("private", "unlisted", "public");

  /**
   * Itself.
   *
   * @throws Problem 422 {@code bad-sidecar} for what no asset can have
   */
  Metadata checked() {
    if (title != null && (title.isBlank() || title.length() > LONGEST_TITLE)) {
      throw bad("title has 1 to %d characters".formatted(LONGEST_TITLE));
    }
    if (description != null && description.length() > LONGEST_DESCRIPTION) {
      throw bad("description has up to %d characters".formatted(LONGEST_DESCRIPTION));
    }
    if (visibility != null && !VISIBILITIES.contains(visibility)) {
      throw bad("visibility is one of " + String.join(", ", VISIBILITIES));
    }
    return this;
  }

  static Problem bad(String what) {
    return Problem.unprocessable(
        "bad-sidecar",
        "It does not say what the hub understands: %s. Mend it and drop it again under the same name; it joins the file that was taken."
            .formatted(what));
  }
}
