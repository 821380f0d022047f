/** Whole minor units of ISO 4217 currencies, and how they are divided. */
@NullMarked
package aln.payments.money;

import org.jspecify.annotations.NullMarked;
