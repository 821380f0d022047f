/** Rules about the packages of the hub and what they may know of each other. */
@NullMarked
package aln.architecture;

import org.jspecify.annotations.NullMarked;
