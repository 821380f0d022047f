package aln.uploads;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A form that brings one file.
 *
 * @param url its action, presigned for the store's public address
 * @param fields hidden ones, before the field {@code file}
 */
public record InitiatedForm(
    UUID uploadId, UUID assetId, URI url, Map<String, String> fields, Instant expiresAt) {}
