package aln.uploads;

import java.net.URI;
import java.util.Map;

/**
 * Where one part goes, in the shape that {@code @uppy/aws-s3} reads.
 *
 * @param url presigned, for a PUT at the store's public address
 * @param headers to be sent as they are
 * @param size bytes, neither more nor fewer
 * @param expires seconds
 */
public record SignedPart(
    String method, URI url, Map<String, String> headers, long size, long expires) {}
