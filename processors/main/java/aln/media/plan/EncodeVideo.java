package aln.media.plan;

import aln.media.FrameRate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything a worker needs to know to make one chunk of every rendition, but for the source's
 * address.
 *
 * @param picture how to treat the source
 * @param rate frames a second of every rendition
 * @param segmentFrames frames in a segment; the last one may be shorter
 * @param preset of the encoder
 * @param quality constant rate factor of the encoder, of renditions that have none of their own
 * @param chunk which stretch
 * @param exactLength whether the chunk's number of frames is known to within one frame; else the
 *     encoding goes on to the end of the source
 * @param renditions from the largest to the smallest
 * @param tuning more parameters of the encoder, joined by colons; null for those of the preset
 * @param codec of all renditions; H.264 where an older hub did not say it
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
    @Nullable String tuning,
    Codec codec) {

  public EncodeVideo {
    codec = Objects.requireNonNullElse(codec, Codec.H264);
    renditions = List.copyOf(renditions);
  }

  /** H.264 with the parameters of the preset. */
  public EncodeVideo(
      Picture picture,
      FrameRate rate,
      int segmentFrames,
      String preset,
      int quality,
      VideoChunk chunk,
      boolean exactLength,
      List<VideoRendition> renditions) {
    this(
        picture,
        rate,
        segmentFrames,
        preset,
        quality,
        chunk,
        exactLength,
        renditions,
        null,
        Codec.H264);
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
