/** Lists in pages: opaque cursors over (time, id), newest first. */
@NullMarked
package aln.paging;

import org.jspecify.annotations.NullMarked;
