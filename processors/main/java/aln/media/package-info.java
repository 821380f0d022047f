/**
 * What a file is and what it becomes: probing, planning renditions, command lines, segments,
 * playlists.
 */
@NullMarked
package aln.media;

import org.jspecify.annotations.NullMarked;
