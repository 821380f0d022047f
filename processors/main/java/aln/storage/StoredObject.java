package aln.storage;

import org.jspecify.annotations.Nullable;

/**
 * An object that is there.
 *
 * @param size in bytes
 * @param etag without quotes; changes with the content
 * @param contentType null in listings, which do not tell it
 */
public record StoredObject(ObjectRef ref, long size, String etag, @Nullable String contentType) {

  /**
   * @param tag an entity tag (RFC 9110, 8.8.3), with its quotes or without
   */
  public boolean hasTag(String tag) {
    return etag.equalsIgnoreCase(tag.replace("\"", ""));
  }
}
