package aln.uploads;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Where to send the bytes.
 *
 * @param method the HTTP method
 * @param url presigned, at the store's public address
 * @param headers to be sent with the bytes as they are
 */
public record InitiatedUpload(
    UUID uploadId,
    UUID assetId,
    String method,
    URI url,
    Map<String, String> headers,
    Instant expiresAt) {}
