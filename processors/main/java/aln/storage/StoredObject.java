package aln.storage;

import org.jspecify.annotations.Nullable;

/**
 * An object that is there.
 *
 * @param size in bytes
 * @param etag without quotes; changes with the content
 * @param contentType null in listings, which do not tell it
 */
public record StoredObject(ObjectRef ref, long size, String etag, @Nullable String contentType) {}
