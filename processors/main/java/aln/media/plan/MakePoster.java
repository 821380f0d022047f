package aln.media.plan;

import java.time.Duration;

/**
 * One still of the video.
 *
 * @param picture how to treat the source
 * @param width upright, even, square pixels
 * @param height upright, even, square pixels
 * @param atMicros where to begin to look, from the first frame
 */
public record MakePoster(Picture picture, int width, int height, long atMicros) {

  /** A poster is there or it is not. */
  public double fraction(Duration outTime) {
    return 0;
  }
}
