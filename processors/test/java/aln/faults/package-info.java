/**
 * The fault matrix: whatever is killed, cut off, filled up or sent twice, no accepted upload is
 * lost and the database ends as if nothing had happened.
 */
@NullMarked
package aln.faults;

import org.jspecify.annotations.NullMarked;
