package aln.media.subtitles;

/**
 * Words that are shown for a while.
 *
 * @param startMicros from the beginning of the film
 * @param endMicros after the start
 * @param text as WebVTT wants it: escaped, with {@code <i>}, {@code <b>} and {@code <u>}
 * @param atTop where the usual place at the bottom would hide something
 */
record Cue(long startMicros, long endMicros, String text, boolean atTop) {}
