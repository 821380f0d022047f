/** Getting paid: what sales move, whose it is, and what buyers may play for it. */
@NullMarked
package aln.payments;

import org.jspecify.annotations.NullMarked;
