package aln.uploads;

import java.time.Instant;
import java.util.UUID;

/**
 * An upload in parts.
 *
 * @param key of the source; clients name it, the uploadId says it all
 * @param partSize bytes of each part but the last
 * @param expiresAt when it ends unless a part is asked for before
 */
public record CreatedMultipart(
    UUID uploadId, String key, UUID assetId, long partSize, Instant expiresAt) {}
