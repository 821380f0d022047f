/**
 * What a file is and what it becomes. {@code probe} reads a source, {@code plan} decides, {@code
 * encode} writes command lines and checks what they made, {@code hls} writes playlists, {@code
 * dash} manifests. Pure functions over records: no routes, no database, no store.
 */
@NullMarked
package aln.media;

import org.jspecify.annotations.NullMarked;
