/** Whom the hub trusts when it speaks TLS to database, broker and store. */
@NullMarked
package aln.tls;

import org.jspecify.annotations.NullMarked;
