/** Bringing a source file in. */
@NullMarked
package aln.uploads;

import org.jspecify.annotations.NullMarked;
