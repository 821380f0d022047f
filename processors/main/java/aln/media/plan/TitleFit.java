package aln.media.plan;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What samples of a film said about its ladder: the evidence and what follows from it.
 *
 * @param rungs one for each candidate; empty where the film was not sampled
 */
public record TitleFit(List<Rung> rungs) {

  /** Every candidate as the ladder has it. */
  public static final TitleFit NONE = new TitleFit(List.of());

  /**
   * @param name of the rendition
   * @param sampledQuality the constant rate factor of its sample
   * @param sampledSsim of that sample against the source at this size
   * @param sampledBitRate bits a second of that sample
   * @param enlargedSsim of the next smaller size, enlarged and not encoded, against the source at
   *     this size; null for the smallest
   * @param quality the constant rate factor that it gets
   * @param expectedBitRate bits a second that this quality is expected to take
   * @param cap bits a second at most
   * @param leftOut why it adds nothing; null where it stays
   */
  public record Rung(
      String name,
      int sampledQuality,
      double sampledSsim,
      long sampledBitRate,
      @Nullable Double enlargedSsim,
      int quality,
      long expectedBitRate,
      long cap,
      @Nullable String leftOut) {}

  public TitleFit {
    rungs = List.copyOf(rungs);
  }

  /** Those that stay, with their quality and cap; unknown ones as they are. */
  List<VideoRendition> apply(List<VideoRendition> candidates) {
    Map<String, Rung> byName =
        rungs.stream().collect(Collectors.toMap(Rung::name, Function.identity()));
    return candidates.stream().flatMap(each -> apply(each, byName.get(each.name()))).toList();
  }

  private static Stream<VideoRendition> apply(VideoRendition rendition, @Nullable Rung rung) {
    if (rung == null) {
      return Stream.of(rendition);
    }
    return rung.leftOut() == null
        ? Stream.of(rendition.fitted(rung.quality(), rung.cap()))
        : Stream.empty();
  }
}
