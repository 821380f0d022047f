/** The presets that whoever uploads may choose from. */
@NullMarked
package aln.profiles;

import org.jspecify.annotations.NullMarked;
