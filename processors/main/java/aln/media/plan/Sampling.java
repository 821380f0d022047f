package aln.media.plan;

import aln.media.FrameRate;
import java.util.List;

/**
 * Everything a worker needs to know to encode samples of a source, but for its address.
 *
 * @param picture how to treat the source
 * @param rate frames a second of every rendition
 * @param placesMicros where the samples begin, from the source's first frame
 * @param frames of each sample
 * @param candidates from the largest to the smallest
 * @param rules what the samples are for
 */
public record Sampling(
    Picture picture,
    FrameRate rate,
    List<Long> placesMicros,
    int frames,
    List<VideoRendition> candidates,
    PerTitle rules) {

  /** Whatever the ladder's preset: how good and large a constant rate factor is, it tells well. */
  public static final String PRESET = "veryfast";

  /** Between the two samples of the smallest candidate. */
  private static final int APART = 6;

  public Sampling {
    placesMicros = List.copyOf(placesMicros);
    candidates = List.copyOf(candidates);
  }

  public VideoRendition smallest() {
    return candidates.get(candidates.size() - 1);
  }

  /** The constant rate factor of every sample; in the middle of what is allowed. */
  public int quality() {
    return (rules.best() + rules.worst()) / 2;
  }

  /** That of one more sample of the smallest candidate: tells what a step of quality costs. */
  public int secondQuality() {
    return Math.min(51, quality() + APART);
  }
}
