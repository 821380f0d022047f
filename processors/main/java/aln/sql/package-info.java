/** SQL kept in files: finding a statement by its name, binding its parameters, reading its rows. */
@NullMarked
package aln.sql;

import org.jspecify.annotations.NullMarked;
