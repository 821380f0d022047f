/** MPEG-DASH manifests (ISO/IEC 23009-1) as pure functions. */
@NullMarked
package aln.media.dash;

import org.jspecify.annotations.NullMarked;
