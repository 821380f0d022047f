package aln.media.dash;

import java.util.ArrayList;
import java.util.List;

/**
 * How long the segments of one rendition last, from zero on without a gap.
 *
 * @param timescale ticks a second
 */
public record Timeline(int timescale, List<Stretch> stretches) {

  /**
   * Equal segments in a row.
   *
   * @param duration of each in ticks
   * @param times how many there are, at least one
   */
  public record Stretch(long duration, int times) {}

  public Timeline {
    stretches = List.copyOf(stretches);
  }

  /** Where the last segment ends, in microseconds. */
  public long endMicros() {
    return micros(stretches.stream().mapToLong(each -> each.duration() * each.times()).sum());
  }

  /** Of the longest segment, in microseconds. */
  public long longestMicros() {
    return micros(stretches.stream().mapToLong(Stretch::duration).max().orElse(0));
  }

  /** Only the segments that begin before a time. */
  public Timeline before(long endMicros) {
    List<Stretch> earlier = new ArrayList<>();
    long end = Math.round(endMicros * (double) timescale / 1_000_000);
    long start = 0;
    for (Stretch stretch : stretches) {
      long begin = (Math.max(0, end - start) + stretch.duration() - 1) / stretch.duration();
      int times = (int) Math.min(stretch.times(), begin);
      if (times > 0) {
        earlier.add(new Stretch(stretch.duration(), times));
      }
      start += stretch.duration() * stretch.times();
    }
    return new Timeline(timescale, earlier);
  }

  private long micros(long ticks) {
    return Math.round(ticks * 1_000_000.0 / timescale);
  }
}
