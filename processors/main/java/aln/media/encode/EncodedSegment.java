package aln.media.encode;

/**
 * One segment (moof and mdat) within a file.
 *
 * @param number from 0 over the whole video
 * @param start decode time in ticks, which is also when its first frame is shown
 * @param duration in ticks
 * @param offset in bytes from the beginning of the file
 * @param length in bytes
 * @param keyLength bytes from its beginning to the end of its first frame: so much decodes alone
 */
public record EncodedSegment(
    int number, long start, long duration, long offset, long length, long keyLength) {}
