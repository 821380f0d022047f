/**
 * Pictures of a finished video: storyboards, stills and short previews, taken from committed
 * segments of a small rendition.
 */
@NullMarked
package aln.media.pictures;

import org.jspecify.annotations.NullMarked;
