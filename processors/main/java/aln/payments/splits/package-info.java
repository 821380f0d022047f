/** Who shares in a work: versions that everybody concerned has agreed to, frozen at the sale. */
@NullMarked
package aln.payments.splits;

import org.jspecify.annotations.NullMarked;
