package aln.media.measure;

import org.jspecify.annotations.Nullable;

/**
 * What became of one rendition in one task. Where something is unknown or was not measured, it is
 * null.
 *
 * @param framesIn of the source's stretch, at the rendition's rate, as planned; null for sound
 * @param framesOut as written
 * @param secondsIn of the source's stretch, as inspected
 * @param secondsOut as written
 * @param bytes as written, container included
 */
public record Measurement(
    String rendition,
    @Nullable Long framesIn,
    @Nullable Long framesOut,
    @Nullable Double secondsIn,
    double secondsOut,
    long bytes,
    @Nullable Ssim ssim,
    @Nullable Loudness loudness) {

  /**
   * Structural similarity of brightness with the source's frames at the rendition's size, 1 is the
   * same (Wang et al., 2004).
   *
   * @param frames how many were compared
   */
  public record Ssim(double mean, double worst, int frames) {}

  /** LUFS of the whole (EBU R 128); −70 is silence. */
  public record Loudness(double source, double output) {}
}
