package aln.media.measure;

import aln.media.BadOutput;
import aln.media.encode.Checkpoints;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A frame as a small square of brightness, 0–255 each: too small for what an encoder changes, large
 * enough to tell one picture from another.
 */
final class Thumb {

  private static final int PIXELS = Checkpoints.SIDE * Checkpoints.SIDE;

  private final byte[] pixels;

  Thumb(byte[] pixels) {
    this.pixels = pixels;
  }

  /**
   * One after the other, without anything between them.
   *
   * @throws BadOutput when the file cannot be read
   */
  static List<Thumb> read(File file) {
    try {
      byte[] all = Files.readAllBytes(file.toPath());
      return IntStream.range(0, all.length / PIXELS)
          .mapToObj(i -> new Thumb(Arrays.copyOfRange(all, i * PIXELS, (i + 1) * PIXELS)))
          .toList();
    } catch (IOException missing) {
      throw new BadOutput("Nothing could be seen of " + file.getName(), missing);
    }
  }

  double mean() {
    return IntStream.range(0, PIXELS).mapToDouble(this::at).average().orElseThrow();
  }

  /** Standard deviation: 0 for a blank picture. */
  double contrast() {
    return Math.sqrt(covariance(this));
  }

  /** Mean absolute difference: how much brighter or darker a pixel is, 0–255. */
  double difference(Thumb other) {
    return IntStream.range(0, PIXELS)
        .mapToDouble(i -> Math.abs(at(i) - other.at(i)))
        .average()
        .orElseThrow();
  }

  /** Whether both show the same shapes, however bright: 1 if so, about 0 if not (Pearson's r). */
  double likeness(Thumb other) {
    double both = contrast() * other.contrast();
    return both < 1 ? 0 : covariance(other) / both;
  }

  private double covariance(Thumb other) {
    double mine = mean();
    double theirs = other.mean();
    return IntStream.range(0, PIXELS)
        .mapToDouble(i -> (at(i) - mine) * (other.at(i) - theirs))
        .average()
        .orElseThrow();
  }

  private int at(int i) {
    return Byte.toUnsignedInt(pixels[i]);
  }
}
