package aln.media.pictures;

/**
 * A picture that FFmpeg took.
 *
 * @param file in the work's directory
 * @param atMicros its moment, from the first frame of the video
 * @param score how much there is to see, sharply; 0 for one colour all over, at most 1
 */
public record Still(String file, long atMicros, double score) {}
