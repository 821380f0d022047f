/** FFmpeg as a program on this machine: finding it, what it can do, running it within limits. */
@NullMarked
package aln.ffmpeg;

import org.jspecify.annotations.NullMarked;
