/** Jobs: opening, planning and ending all the processing of an asset. */
@NullMarked
package aln.jobs;

import org.jspecify.annotations.NullMarked;
