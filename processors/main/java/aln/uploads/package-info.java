/**
 * Bringing a source file in: whole, in parts, or by an HTML form; and how much an account may keep.
 */
@NullMarked
package aln.uploads;

import org.jspecify.annotations.NullMarked;
