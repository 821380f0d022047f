package aln.content;

import org.jspecify.annotations.Nullable;

/**
 * Which picture the owner wants: one of the two is given.
 *
 * @param thumbnail id of a {@link Thumbnail}
 * @param at seconds from the first frame
 */
public record PosterChoice(@Nullable String thumbnail, @Nullable Double at) {}
