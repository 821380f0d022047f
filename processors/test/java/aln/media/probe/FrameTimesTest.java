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
    assertThat(times.grid(claims(600, 1))).isEqualTo(FrameRate.of(12, 1));
  }

  @Test
  void countsFramesThatAreMissing() {
    List<Long> broadcast =
        LongStream.range(0, 61)
            .filter(i -> i != 1 && i != 2)
            .mapToObj(i -> i * 125_000 / 3)
            .toList();
    FrameTimes times = new FrameTimes(broadcast, 11);
    assertThat(times.constant()).isTrue();
    assertThat(times.exactRate(claims(24, 1))).isEqualTo(FrameRate.of(24, 1));
    List<Long> phone =
        LongStream.range(0, 300)
            .filter(i -> i % 7 != 3 && i / 40 != 2)
            .mapToObj(i -> i * 1_001_000 / 30)
            .toList();
    assertThat(new FrameTimes(phone, 33).constant()).isTrue();
    assertThat(new FrameTimes(phone, 33).exactRate(List.of()))
        .isEqualTo(FrameRate.of(30_000, 1001));
  }

  @Test
  void findsTheFilmBehindRepeatedFields() {
    List<Long> telecined =
        LongStream.range(0, 100).mapToObj(i -> (i / 2 * 5 + i % 2 * 2) * 1_001_000 / 60).toList();
    FrameTimes times = new FrameTimes(telecined, 11);
    assertThat(times.constant()).isFalse();
    assertThat(times.grid(claims(60_000, 1001))).isEqualTo(FrameRate.of(24_000, 1001));
  }

  @Test
  void takesTheGridThatHoldsTheFramesOfAnUnevenPicture() {
    List<Long> camera =
        LongStream.range(0, 200).mapToObj(i -> i * 33_333 + (i * 7919 % 11 - 5) * 900).toList();
    assertThat(new FrameTimes(camera, 11).grid(claims(30, 1))).isEqualTo(FrameRate.of(30, 1));
    List<Long> screen =
        LongStream.range(0, 200).mapToObj(i -> i * 16_667 + i / 20 * 91_000).toList();
    assertThat(new FrameTimes(screen, 11).grid(claims(120, 1)).perSecond()).isBetween(50.0, 60.0);
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
