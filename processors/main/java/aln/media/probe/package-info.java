/** Reading what a source is: ffprobe, its answer, and refusals in words a creator understands. */
@NullMarked
package aln.media.probe;

import org.jspecify.annotations.NullMarked;
