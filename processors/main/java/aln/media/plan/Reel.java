package aln.media.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import java.util.List;

/**
 * The rendition that pictures of a finished video are taken from: it is upright, has square pixels
 * and plain colours, begins each segment with a key frame, and is far cheaper to read than the
 * source.
 *
 * @param segmentFrames frames of a full segment
 */
public record Reel(VideoRendition rendition, int segmentFrames) {

  /**
   * The largest rendition that is not larger than wanted; the smallest where all are.
   *
   * @param renditions at least one
   * @param shortSide pixels
   */
  static Reel upTo(int shortSide, List<VideoRendition> renditions, int segmentFrames) {
    Comparator<VideoRendition> bySize = Comparator.comparingInt(Reel::shortSide);
    VideoRendition chosen =
        renditions.stream()
            .filter(each -> shortSide(each) <= shortSide)
            .max(bySize)
            .or(() -> renditions.stream().min(bySize))
            .orElseThrow();
    return new Reel(chosen, segmentFrames);
  }

  /** How much so many full segments may take on disk. */
  @JsonIgnore
  public long bytes(int segments) {
    double seconds = segments * segmentFrames / rendition.rate().perSecond();
    return Math.round(rendition.peak(1) / 8.0 * seconds);
  }

  private static int shortSide(VideoRendition rendition) {
    return Math.min(rendition.width(), rendition.height());
  }
}
