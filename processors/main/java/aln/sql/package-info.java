/** SQL kept in files: finding a statement by its name and binding its parameters. */
@NullMarked
package aln.sql;

import org.jspecify.annotations.NullMarked;
