/** Messages between services: the outbox, its relay, and what the broker must hold. */
@NullMarked
package aln.messages;

import org.jspecify.annotations.NullMarked;
