/** The right to play, playlists from committed rows, and redirects to presigned segments. */
@NullMarked
package aln.playback;

import org.jspecify.annotations.NullMarked;
