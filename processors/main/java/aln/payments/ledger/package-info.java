/** Double entry: journals that sum to zero and never change. The database itself enforces it. */
@NullMarked
package aln.payments.ledger;

import org.jspecify.annotations.NullMarked;
