/** Jobs and their tasks: planning, claims with lease and fence, retries, ends. */
@NullMarked
package aln.jobs;

import org.jspecify.annotations.NullMarked;
