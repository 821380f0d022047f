package aln.uploads;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The client says that the bytes are there.
 *
 * @param uploadId null where the path says it
 * @param etag as the store answered to a PUT; null: not compared
 * @param parts as the store answered to each of them; null: not compared
 */
public record CompleteUpload(
    @Nullable UUID uploadId, @Nullable String etag, @Nullable List<ClaimedPart> parts) {

  /** The same; of this ETag where it names none. */
  CompleteUpload orWith(String other) {
    return etag == null ? new CompleteUpload(uploadId, other, parts) : this;
  }
}
