/**
 * How often somebody may do something: sign in, send requests. Counted in the memory of this
 * process, so n processes behind one address let through n times as much.
 */
@NullMarked
package aln.limits;

import org.jspecify.annotations.NullMarked;
