package aln.media.plan;

import aln.media.FrameRate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a worker needs to know to make one chunk of every rendition, but for the source's
 * address.
 *
 * @param picture how to treat the source
 * @param rate frames a second of every rendition
 * @param segmentFrames frames in a segment; the last one may be shorter
 * @param preset of libx264
 * @param quality constant rate factor of libx264, of renditions that have none of their own
 * @param chunk which stretch
 * @param exactLength whether the chunk's number of frames is known to within one frame; else the
 *     encoding goes on to the end of the source
 * @param renditions from the largest to the smallest
 * @param tuning more parameters of x264, joined by colons; null for those of the preset
 */
public record EncodeVideo(
    Picture picture,
    FrameRate rate,
    int segmentFrames,
    String preset,
    int quality,
    VideoChunk chunk,
    boolean exactLength,
    List<VideoRendition> renditions,
    @Nullable String tuning) {

  public EncodeVideo {
    renditions = List.copyOf(renditions);
  }

  /** With the parameters of the preset. */
  public EncodeVideo(
      Picture picture,
      FrameRate rate,
      int segmentFrames,
      String preset,
      int quality,
      VideoChunk chunk,
      boolean exactLength,
      List<VideoRendition> renditions) {
    this(picture, rate, segmentFrames, preset, quality, chunk, exactLength, renditions, null);
  }

  /** The constant rate factor of one of the renditions. */
  public int quality(VideoRendition rendition) {
    Integer own = rendition.quality();
    return own == null ? quality : own;
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
