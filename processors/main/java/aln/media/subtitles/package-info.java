/** Words to read: what sources hold in any format becomes WebVTT (W3C). */
@NullMarked
package aln.media.subtitles;

import org.jspecify.annotations.NullMarked;
