package aln.uploads;

import aln.storage.Keys;
import aln.storage.ObjectRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to bring a source in.
 *
 * @param method put, multipart, form, url or drop
 * @param state open, complete, aborted, expired or failed
 * @param size bytes, as announced; those of a form at most
 * @param contentType as announced
 * @param partSize bytes of each part but the last; null where there are no parts
 * @param storeId the store's id of its parts; null before it was asked for one
 * @param sourceKey where in the raw bucket the bytes go
 */
public record Upload(
    UUID id,
    UUID assetId,
    UUID ownerId,
    String method,
    String state,
    long size,
    String contentType,
    @Nullable Long partSize,
    @Nullable String storeId,
    String sourceKey,
    Instant expiresAt) {

  public boolean isOpen() {
    return state.equals("open");
  }

  /** The hub brings its bytes by itself. */
  boolean isFetched() {
    return method.equals("url");
  }

  boolean isForm() {
    return method.equals("form");
  }

  ObjectRef source() {
    return new ObjectRef(Keys.RAW, sourceKey);
  }

  /** How many parts it has; 0 where it comes whole. */
  int parts() {
    return partSize == null ? 0 : Math.toIntExact((size + partSize - 1) / partSize);
  }

  /**
   * Bytes of one part.
   *
   * @param number from 1 to {@link #parts}
   */
  long sizeOf(int number) {
    if (partSize == null || number < 1 || number > parts()) {
      throw new IllegalArgumentException("upload " + id + " has no part " + number);
    }
    return Math.min(partSize, size - (number - 1) * partSize);
  }
}
