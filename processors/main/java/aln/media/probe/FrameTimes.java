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

  private static final double ROUNDING = 0.0003;

  FrameTimes {
    List<Long> sorted = micros.stream().sorted().distinct().toList();
    // The frames that fill the last places may not have been read yet: they are stored later.
    micros = sorted.size() > 12 ? sorted.subList(0, sorted.size() - 4) : sorted;
  }

  boolean enough() {
    return micros.size() >= 3;
  }

  /** Whether frames come at one pace; some may be missing, as broadcasts and phones drop them. */
  boolean constant() {
    double period = period();
    long even =
        steps().stream()
            .filter(step -> Math.abs(step - places(step, period) * period) <= slackOf(period))
            .count();
    return even >= 0.97 * steps().size();
  }

  /** Frames a second, as seen; those that are missing count. */
  double measured() {
    double period = period();
    long places = steps().stream().mapToLong(step -> places(step, period)).sum();
    return places * 1e6 / span();
  }

  /** The rate among the file's own claims and the usual ones that fits what is seen best. */
  FrameRate exactRate(List<FrameRate> claims) {
    double seen = measured();
    double slack = ROUNDING + 2 * tickMicros / span();
    return claims.stream()
        .filter(FrameTimes::plausible)
        .filter(rate -> Math.abs(rate.perSecond() / seen - 1) <= slack)
        .map(FrameTimes::common)
        .findFirst()
        .or(() -> nearest(seen, slack))
        .orElseGet(() -> FrameRate.of((int) Math.max(1, Math.round(seen * 1000)), 1000));
  }

  /**
   * For frames that come unevenly: the lowest usual rate, not below their pace, at which nearly
   * every frame has a place of its own. So film that was told to repeat fields becomes film again,
   * and a phone's picture keeps its frames.
   */
  FrameRate grid(List<FrameRate> claims) {
    Stream<FrameRate> claimed = claims.stream().map(FrameTimes::common).filter(COMMON::contains);
    return Stream.concat(claimed, COMMON.stream())
        .filter(rate -> rate.perSecond() >= 0.98 * pace() && rate.perSecond() <= 60)
        .sorted(Comparator.comparingLong(rate -> Math.round(rate.perSecond())))
        .filter(this::holds)
        .findFirst()
        .orElse(FrameRate.of(60, 1));
  }

  private boolean holds(FrameRate rate) {
    long places =
        micros.stream()
            .map(time -> Math.round((time - micros.get(0)) * rate.perSecond() / 1e6))
            .distinct()
            .count();
    return places >= 0.95 * micros.size();
  }

  /** Frames a second while they come; a pause counts as one frame that is missing. */
  private double pace() {
    long longest = 2 * median();
    return steps().size() * 1e6 / steps().stream().mapToLong(s -> Math.min(s, longest)).sum();
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

  /** From one frame to the next where none is missing: the mean of the steps near the median. */
  private double period() {
    double median = median();
    return steps().stream()
        .filter(step -> Math.abs(step - median) <= slackOf(median))
        .mapToLong(step -> step)
        .average()
        .orElse(median);
  }

  /** How many frames further a step leads. */
  private static long places(long step, double period) {
    return Math.max(1, Math.round(step / period));
  }

  /** A clock's rounding, or a twentieth; on a coarse clock never so much as half a frame. */
  private double slackOf(double period) {
    return Math.min(Math.max(1.01 * tickMicros, 0.05 * period), 0.4 * period);
  }

  private double span() {
    return (double) micros.get(micros.size() - 1) - micros.get(0);
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
