package aln.drop;

import aln.storage.StoredObject;
import java.time.Instant;

/**
 * Something that lies in the drop folder.
 *
 * @param size bytes
 * @param etag without quotes; changes with the content
 * @param modified by the store's clock
 */
public record DropFile(DropKey key, long size, String etag, Instant modified) {

  StoredObject object() {
    return new StoredObject(key.ref(), size, etag, null);
  }
}
