/** Statements live in files below {@code config/sql}, by capability, with bound parameters. */
@NullMarked
package aln.sql;

import org.jspecify.annotations.NullMarked;
