/**
 * Whether this process takes tasks at all: what holds its workers back, and how they stop. It alone
 * commands routes.
 */
@NullMarked
package aln.workers;

import org.jspecify.annotations.NullMarked;
