/** Money on its way to those who earned it. */
@NullMarked
package aln.payments.payouts;

import org.jspecify.annotations.NullMarked;
