/** One claimed task: its bench, its lease, its commit, and how it ends when it fails. */
@NullMarked
package aln.tasks;

import org.jspecify.annotations.NullMarked;
