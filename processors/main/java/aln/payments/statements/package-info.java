/** A month of an account, so that it can be recomputed by hand. */
@NullMarked
package aln.payments.statements;

import org.jspecify.annotations.NullMarked;
