/** The whole hub, as its users meet it: processes of their own, spoken to over HTTP. */
@NullMarked
package aln.hub;

import org.jspecify.annotations.NullMarked;
