/**
 * Rules about the flows in {@code routes/}, read as they are written. Each rule answers its
 * offenders, each with what to do; the folder is an argument, so that a rule can be shown a bad
 * one.
 */
@NullMarked
package aln.routes;

import org.jspecify.annotations.NullMarked;
