/**
 * What a bean throws when a request cannot be done, and how the hub says so: problem details (RFC
 * 9457) with a stable type. Every capability may depend on this package; it depends on {@code
 * aln.tracing} alone.
 */
@NullMarked
package aln.problems;

import org.jspecify.annotations.NullMarked;
