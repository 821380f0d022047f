package aln.media;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Frames a second as an exact fraction, in lowest terms: 24000/1001 stays 24000/1001.
 *
 * @param numerator above 0
 * @param denominator above 0
 */
public record FrameRate(int numerator, int denominator) {

  private static final long MICROS = 1_000_000L;

  public FrameRate {
    if (numerator <= 0 || denominator <= 0) {
      throw new IllegalArgumentException("No frame rate: " + numerator + "/" + denominator);
    }
    int divisor = gcd(numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
  }

  public static FrameRate of(int numerator, int denominator) {
    return new FrameRate(numerator, denominator);
  }

  @JsonIgnore
  public double perSecond() {
    return (double) numerator / denominator;
  }

  /** The length of so many frames in microseconds, rounded to the nearest. */
  public long micros(long frames) {
    return Math.round((double) frames * MICROS * denominator / numerator);
  }

  /** How many frames fill a stretch of time, rounded to the nearest. */
  public long frames(long micros) {
    return Math.round((double) micros * numerator / ((double) MICROS * denominator));
  }

  public FrameRate half() {
    return of(numerator, Math.multiplyExact(denominator, 2));
  }

  public FrameRate times(int factor) {
    return of(Math.multiplyExact(numerator, factor), denominator);
  }

  /** Ticks a second such that every frame lasts a whole number of ticks, at least 10 000. */
  @JsonIgnore
  public int timescale() {
    return numerator >= 10_000 ? numerator : numerator * 1000;
  }

  /** Ticks of {@link #timescale()} in one frame. */
  @JsonIgnore
  public int frameTicks() {
    return numerator >= 10_000 ? denominator : denominator * 1000;
  }

  /** As FFmpeg writes it: {@code 30000/1001}. */
  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
