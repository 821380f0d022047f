package aln.media.probe;

import aln.media.FrameRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The time stamps of the first frames of a picture, and the rate they really come at. Containers
 * round them (Matroska to 1/1000 s) and name rates that are none (1000 a second, 600 a second), so
 * the stamps decide and the names are candidates.
 *
 * @param micros in order of presentation, no doubles
 * @param tickMicros the length of one tick of the container's clock
 */
record FrameTimes(List<Long> micros, double tickMicros) {

  private static final List<FrameRate> COMMON =
      Stream.of(
              new int[] {24000, 1001},
              new int[] {24, 1},
              new int[] {25, 1},
              new int[] {30000, 1001},
              new int[] {30, 1},
              new int[] {48000, 1001},
              new int[] {48, 1},
              new int[] {50, 1},
              new int[] {60000, 1001},
              new int[] {60, 1},
              new int[] {10, 1},
              new int[] {12, 1},
              new int[] {15000, 1001},
              new int[] {15, 1},
              new int[] {20, 1},
              new int[] {100, 1},
              new int[] {120000, 1001},
              new int[] {120, 1},
              new int[] {240000, 1001},
              new int[] {240, 1})
          .map(rate -> FrameRate.of(rate[0], rate[1]))
          .toList();

  /** The grids that frames without a constant rate are put on, lowest first. */
  private static final List<FrameRate> GRIDS =
      Stream.of(10, 12, 15, 20, 24, 25, 30, 50, 60).map(rate -> FrameRate.of(rate, 1)).toList();

  private static final double ROUNDING = 0.0003;

  FrameTimes {
    List<Long> sorted = micros.stream().sorted().distinct().toList();
    // The frames that fill the last places may not have been read yet: they are stored later.
    micros = sorted.size() > 12 ? sorted.subList(0, sorted.size() - 4) : sorted;
  }

  boolean enough() {
    return micros.size() >= 3;
  }

  boolean constant() {
    long regular = steps().stream().filter(this::usual).count();
    return regular >= 0.97 * steps().size();
  }

  /** Frames a second, as seen. */
  double measured() {
    double span = (double) micros.get(micros.size() - 1) - micros.get(0);
    return (micros.size() - 1) * 1e6 / span;
  }

  /** The rate among the file's own claims and the usual ones that fits what is seen best. */
  FrameRate exactRate(List<FrameRate> claims) {
    double seen = measured();
    double slack = ROUNDING + 2 * tickMicros / (micros.get(micros.size() - 1) - micros.get(0));
    return claims.stream()
        .filter(FrameTimes::plausible)
        .filter(rate -> Math.abs(rate.perSecond() / seen - 1) <= slack)
        .map(FrameTimes::common)
        .findFirst()
        .or(() -> nearest(seen, slack))
        .orElseGet(() -> FrameRate.of((int) Math.max(1, Math.round(seen * 1000)), 1000));
  }

  /** The lowest usual rate that holds the frames where they come at their usual pace. */
  FrameRate grid(List<FrameRate> claims) {
    double pace = 1e6 / median();
    Optional<FrameRate> claimed =
        claims.stream().filter(rate -> Math.abs(rate.perSecond() / pace - 1) < 0.02).findFirst();
    return claimed
        .filter(rate -> rate.perSecond() >= 10 && rate.perSecond() <= 61)
        .or(() -> GRIDS.stream().filter(rate -> rate.perSecond() >= pace * 0.98).findFirst())
        .orElse(FrameRate.of(60, 1));
  }

  private static boolean plausible(FrameRate rate) {
    return rate.perSecond() >= 1 && rate.denominator() <= 100_000;
  }

  private static FrameRate common(FrameRate rate) {
    return COMMON.stream()
        .filter(usual -> Math.abs(usual.perSecond() / rate.perSecond() - 1) < 0.00002)
        .findFirst()
        .orElse(rate);
  }

  private static Optional<FrameRate> nearest(double seen, double slack) {
    return COMMON.stream()
        .filter(rate -> Math.abs(rate.perSecond() / seen - 1) <= slack)
        .min(Comparator.comparingDouble(rate -> Math.abs(rate.perSecond() - seen)));
  }

  private boolean usual(long step) {
    return Math.abs(step - median()) <= Math.max(2 * tickMicros, median() * 0.05);
  }

  private long median() {
    List<Long> ordered = steps().stream().sorted().toList();
    return ordered.get(ordered.size() / 2);
  }

  private List<Long> steps() {
    List<Long> steps = new ArrayList<>();
    for (int i = 1; i < micros.size(); i++) {
      steps.add(micros.get(i) - micros.get(i - 1));
    }
    return steps;
  }
}
