package aln.fetch;

import aln.accounts.Caller;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.uploads.CompleteUpload;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file to be fetched, as the process that has taken it found it.
 *
 * @param fence of this process's turn: another's is higher
 * @param named whether its creator gave it a file name
 * @param promised bytes, where the server has said so
 * @param validator strong ETag or Last-Modified of what has come so far; null: nothing can go on
 * @param furthest bytes of whole parts, at best
 * @param attempt failures since it last got further
 * @param storeId the store's id of its parts; null before the first attempt
 * @param partSize bytes of each part but the last
 * @param endsAt when it has taken too long
 */
public record Fetch(
    UUID upload,
    UUID asset,
    UUID owner,
    long fence,
    String address,
    boolean named,
    @Nullable Long promised,
    @Nullable String validator,
    long furthest,
    int attempt,
    String filename,
    String title,
    String contentType,
    String sourceKey,
    @Nullable String storeId,
    @Nullable Long partSize,
    Instant endsAt) {

  /** On whose behalf all is done. */
  public Caller caller() {
    return new Caller(owner, "", false);
  }

  /** Nothing to be compared: each part was, when it came. */
  public CompleteUpload claim() {
    return new CompleteUpload(upload, null, null);
  }

  ObjectRef source() {
    return new ObjectRef(Keys.RAW, sourceKey);
  }

  URI uri() {
    return URI.create(address);
  }
}
