/** How Camel's consumers of the broker are made: an edge, as it knows Camel's types. */
@NullMarked
package aln.consumers;

import org.jspecify.annotations.NullMarked;
