package aln.media.probe;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.FrameRate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FrameTimesTest {

  @Test
  void findsTheExactRateBehindMilliseconds() {
    FrameTimes times = every(1001 / 30_000.0, 200, 1000);
    assertThat(times.constant()).isTrue();
    assertThat(times.exactRate(claims(1000, 1))).isEqualTo(FrameRate.of(30_000, 1001));
    assertThat(every(1 / 30.0, 300, 1000).exactRate(claims(60, 1))).isEqualTo(FrameRate.of(30, 1));
    assertThat(every(1001 / 24_000.0, 300, 1000).exactRate(claims(1000, 1)))
        .isEqualTo(FrameRate.of(24_000, 1001));
  }

  @Test
  void tellsNearlyEqualRatesApart() {
    assertThat(every(1 / 24.0, 300, 11).exactRate(claims(24, 1))).isEqualTo(FrameRate.of(24, 1));
    assertThat(every(1001 / 60_000.0, 300, 17).exactRate(claims(60_000, 1001)))
        .isEqualTo(FrameRate.of(60_000, 1001));
    assertThat(every(1 / 10.0, 100, 100_000).exactRate(claims(10, 1)))
        .isEqualTo(FrameRate.of(10, 1));
  }

  @Test
  void keepsAnUnusualRate() {
    assertThat(every(1 / 17.352, 300, 1).exactRate(List.of()))
        .isEqualTo(FrameRate.of(17_352, 1000));
  }

  @Test
  void doesNotTrustTheNameOfAFrameRateWhereFramesComeUnevenly() {
    List<Long> thermal =
        LongStream.range(0, 60)
            .mapToObj(i -> i * 105_000 + (i % 3) * 15_000 + (i / 20) * 1_900_000)
            .toList();
    FrameTimes times = new FrameTimes(thermal, 1667);
    assertThat(times.constant()).isFalse();
    assertThat(times.grid(claims(600, 1))).isEqualTo(FrameRate.of(10, 1));
  }

  private static List<FrameRate> claims(int numerator, int denominator) {
    return List.of(FrameRate.of(numerator, denominator));
  }

  /** Frames at a pace in seconds, on a clock with ticks of so many microseconds. */
  private static FrameTimes every(double pace, int frames, long tick) {
    return new FrameTimes(
        LongStream.range(0, frames)
            .mapToObj(i -> Math.round(i * pace * 1e6 / tick) * tick)
            .toList(),
        tick);
  }
}
