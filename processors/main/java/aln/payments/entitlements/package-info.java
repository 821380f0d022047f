/** Who may play what was paid for. */
@NullMarked
package aln.payments.entitlements;

import org.jspecify.annotations.NullMarked;
