/**
 * Requests that may be sent again without doing their work again (draft-ietf-httpapi-idempotency-
 * key-header).
 */
@NullMarked
package aln.idempotency;

import org.jspecify.annotations.NullMarked;
