/**
 * The muscle behind the routes. Packages by capability; the flows in {@code routes/} call their
 * beans.
 */
@NullMarked
package aln;

import org.jspecify.annotations.NullMarked;
