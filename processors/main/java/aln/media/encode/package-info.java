/** Command lines for planned tasks, and the check of what they left behind. */
@NullMarked
package aln.media.encode;

import org.jspecify.annotations.NullMarked;
