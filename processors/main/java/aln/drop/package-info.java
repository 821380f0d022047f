/**
 * The drop folder: a bucket that the hub watches. What appears below {@code {user}/} becomes that
 * account's work; what cannot be taken moves to {@code {user}/.rejected/} with the reason.
 */
@NullMarked
package aln.drop;

import org.jspecify.annotations.NullMarked;
