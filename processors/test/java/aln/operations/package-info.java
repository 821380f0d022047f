/** The operator's side, on a real database, broker and store. */
@NullMarked
package aln.operations;

import org.jspecify.annotations.NullMarked;
