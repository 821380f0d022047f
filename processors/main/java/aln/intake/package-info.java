/** What the hub can still take in, and what it says when it cannot. */
@NullMarked
package aln.intake;

import org.jspecify.annotations.NullMarked;
