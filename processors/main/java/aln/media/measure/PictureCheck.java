package aln.media.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tells whether an encoder shows what it was shown. Only against the source: a film that is black
 * is allowed to be black.
 *
 * @param source at some moments
 * @param output at the same moments, as decoded; what one of them lacks at its end is not compared
 */
record PictureCheck(List<Thumb> source, List<Thumb> output) {

  /** Contrast below which there is nothing to see, and above which there is. */
  private static final double BLANK = 1;

  private static final double SOMETHING = 4;

  /** An encoder that is short of bits blurs; it does not move brightness about like this. */
  private static final double FAR_OFF = 8;

  private static final double UNLIKE = 0.5;

  /** Levels from moment to moment: what surely moves, and how much of it must be left. */
  private static final double MOVES = 1;

  private static final double STANDS = 0.1;

  /** What is wrong with it; empty when nothing is. */
  Optional<String> fault() {
    if (moments().anyMatch(i -> isBlank(source.get(i), output.get(i)))) {
      return Optional.of("is blank where the source is not");
    }
    if (moments().anyMatch(i -> isAnother(source.get(i), output.get(i)))) {
      return Optional.of("shows something else than the source");
    }
    double moved = movement(source);
    return moved > MOVES && movement(output) < STANDS * moved
        ? Optional.of("stands still where the source moves")
        : Optional.empty();
  }

  private IntStream moments() {
    return IntStream.range(0, Math.min(source.size(), output.size()));
  }

  private static boolean isBlank(Thumb source, Thumb output) {
    return source.contrast() > SOMETHING && output.contrast() < BLANK;
  }

  private static boolean isAnother(Thumb source, Thumb output) {
    return source.difference(output) > FAR_OFF && source.likeness(output) < UNLIKE;
  }

  /** The mean difference from one moment to the next. */
  private double movement(List<Thumb> thumbs) {
    return moments()
        .skip(1)
        .mapToDouble(i -> thumbs.get(i).difference(thumbs.get(i - 1)))
        .average()
        .orElse(0);
  }
}
