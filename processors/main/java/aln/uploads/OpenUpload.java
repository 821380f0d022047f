package aln.uploads;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload in parts that can go on.
 *
 * @param size bytes, as announced
 * @param partSize bytes of each part but the last
 * @param lastModified of the client's file, milliseconds since 1970, where it said so
 */
public record OpenUpload(
    UUID uploadId,
    UUID assetId,
    String key,
    String filename,
    String contentType,
    long size,
    long partSize,
    @Nullable Long lastModified,
    Instant createdAt,
    Instant expiresAt) {}
