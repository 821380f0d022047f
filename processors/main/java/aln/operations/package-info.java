/** What an operator looks after: dead letters and storage nobody refers to. */
@NullMarked
package aln.operations;

import org.jspecify.annotations.NullMarked;
