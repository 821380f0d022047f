/**
 * What was sold and what became of it: refunds, disputes, fees, in whatever order they are told.
 */
@NullMarked
package aln.payments.sales;

import org.jspecify.annotations.NullMarked;
