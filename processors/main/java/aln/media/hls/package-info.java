/** HTTP Live Streaming playlists (RFC 8216) as pure functions. */
@NullMarked
package aln.media.hls;

import org.jspecify.annotations.NullMarked;
