package aln.uploads;

import aln.storage.Keys;
import aln.storage.ObjectRef;
import java.time.Instant;
import java.util.UUID;

/**
 * One attempt to bring a source in.
 *
 * @param state open, complete, aborted or expired
 * @param size bytes, as announced
 * @param sourceKey where in the raw bucket the bytes go
 */
public record Upload(
    UUID id,
    UUID assetId,
    UUID ownerId,
    String state,
    long size,
    String sourceKey,
    Instant expiresAt) {

  public boolean isOpen() {
    return state.equals("open");
  }

  ObjectRef source() {
    return new ObjectRef(Keys.RAW, sourceKey);
  }
}
