/** Recomputing the whole ledger, so that a wrong one is noticed. */
@NullMarked
package aln.payments.checks;

import org.jspecify.annotations.NullMarked;
