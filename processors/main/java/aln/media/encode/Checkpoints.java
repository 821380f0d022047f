package aln.media.encode;

import aln.media.plan.EncodeVideo;

/**
 * The frames of a chunk that are held against the source afterwards, counted from the chunk's
 * beginning: in each segment some at equal distances, the key frame first, seen as small pictures;
 * in one segment in the middle the first {@code close} of these at full size.
 *
 * @param segmentFrames of a full segment
 * @param step from one to the next within a segment
 * @param segment from 0, the one that is compared closely
 * @param close how many there
 */
public record Checkpoints(int segmentFrames, int step, int segment, int close) {

  /** At most so many in a segment. */
  private static final int IN_A_SEGMENT = 8;

  /** Decoding a whole segment again is little beside encoding so many. */
  private static final int LONG = 4;

  /** In a short chunk the beginning of a segment has to do. */
  private static final int IN_SHORT = 3;

  /** Both sides of the small pictures, whatever the shape of the large ones. */
  public static final int SIDE = 32;

  /**
   * @param wanted how many to compare closely; 0 is none
   */
  public static Checkpoints of(EncodeVideo spec, int wanted) {
    int segmentFrames = spec.segmentFrames();
    int step = (segmentFrames + IN_A_SEGMENT - 1) / IN_A_SEGMENT;
    long segments = Math.max(1, (spec.chunk().frames() + segmentFrames - 1) / segmentFrames);
    int most = inSegment(segmentFrames, step);
    int close = Math.min(wanted, segments >= LONG ? most : Math.min(most, IN_SHORT));
    return new Checkpoints(segmentFrames, step, (int) ((segments - 1) / 2), close);
  }

  /** In a full segment. */
  public int perSegment() {
    return inSegment(segmentFrames, step);
  }

  private static int inSegment(int segmentFrames, int step) {
    return (segmentFrames + step - 1) / step;
  }

  /** The small pictures of the whole chunk. */
  String small() {
    return "select='not(mod(mod(n,%d),%d))',%s".formatted(segmentFrames, step, shrink());
  }

  /** The frames of the one segment, at the size they have. */
  String large() {
    int first = segment * segmentFrames;
    return "select='between(n,%d,%d)*not(mod(n-%1$d,%d))'"
        .formatted(first, first + (close - 1) * step, step);
  }

  /** Brightness only. */
  public static String shrink() {
    return "scale=%d:%1$d:flags=area,format=yuv420p,extractplanes=y".formatted(SIDE);
  }
}
