/** A creator's works: titles, visibility, lists; the source of truth for metadata. */
@NullMarked
package aln.content;

import org.jspecify.annotations.NullMarked;
