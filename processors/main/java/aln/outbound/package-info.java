/**
 * Requests of the hub to addresses that somebody else named: files to fetch, callbacks. Everything
 * of that kind goes through {@link aln.outbound.OutboundClient}, which reaches public networks and
 * those that the operator allows, and nothing else.
 */
@NullMarked
package aln.outbound;

import org.jspecify.annotations.NullMarked;
