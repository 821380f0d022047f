package aln.media.plan;

import aln.media.FrameRate;
import java.time.Duration;
import java.util.List;

/**
 * Everything a worker needs to know to make one chunk of every rendition, but for the source's
 * address.
 *
 * @param picture how to treat the source
 * @param rate frames a second of every rendition
 * @param segmentFrames frames in a segment; the last one may be shorter
 * @param preset of libx264
 * @param quality constant rate factor of libx264
 * @param chunk which stretch
 * @param exactLength whether the chunk's number of frames is known to within one frame; else the
 *     encoding goes on to the end of the source
 * @param renditions from the largest to the smallest
 */
public record EncodeVideo(
    Picture picture,
    FrameRate rate,
    int segmentFrames,
    String preset,
    int quality,
    VideoChunk chunk,
    boolean exactLength,
    List<VideoRendition> renditions) {

  public EncodeVideo {
    renditions = List.copyOf(renditions);
  }

  /**
   * How much of the chunk is done, 0–1.
   *
   * @param outTime FFmpeg's {@code out_time}, which counts from the chunk's own beginning
   */
  public double fraction(Duration outTime) {
    return Fraction.of(outTime.toNanos() / 1000.0, rate.micros(chunk.frames()));
  }
}
