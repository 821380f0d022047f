/** What a source becomes: renditions, segments, chunks and the tasks that make them. */
@NullMarked
package aln.media.plan;

import org.jspecify.annotations.NullMarked;
