package aln.content;

import java.net.URI;

/**
 * A still that may be the poster.
 *
 * @param id within the asset
 * @param at seconds from the first frame
 * @param url presigned
 * @param poster whether it is the poster now
 */
public record Thumbnail(String id, double at, URI url, boolean poster) {}
