/** What works cost. */
@NullMarked
package aln.payments.prices;

import org.jspecify.annotations.NullMarked;
