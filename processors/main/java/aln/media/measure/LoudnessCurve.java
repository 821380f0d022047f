package aln.media.measure;

import aln.media.BadOutput;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How loud a sound is over its time, as FFmpeg's ebur128 told it (EBU R 128).
 *
 * @param momentary LUFS, ten a second, each of the 400 ms before
 * @param integrated LUFS of the whole; −70 where there is nothing to hear
 */
record LoudnessCurve(double[] momentary, double integrated) {

  static final int A_SECOND = 10;

  private static final double SILENCE = -70;

  /**
   * @param momentary lines of {@code ametadata} with lavfi.r128.M
   * @param integrated the same with lavfi.r128.I
   * @throws BadOutput when they cannot be read
   */
  static LoudnessCurve read(File momentary, File integrated) {
    double[] whole = values(integrated);
    return new LoudnessCurve(
        values(momentary), whole.length == 0 ? SILENCE : whole[whole.length - 1]);
  }

  private static double[] values(File file) {
    try (Stream<String> lines = Files.lines(file.toPath(), StandardCharsets.US_ASCII)) {
      return lines
          .filter(line -> line.startsWith("lavfi.r128."))
          .map(line -> line.substring(line.indexOf('=') + 1))
          .mapToDouble(value -> value.contains("n") ? SILENCE : Double.parseDouble(value))
          .toArray();
    } catch (IOException missing) {
      throw new BadOutput("Nothing could be heard of " + file.getName(), missing);
    }
  }

  /** The loudest moment of a second, and of as many seconds around it. */
  double loudest(int second, int around) {
    int from = Math.min(momentary.length, Math.max(0, second - around) * A_SECOND);
    int to = Math.min(momentary.length, (second + around + 1) * A_SECOND);
    return Arrays.stream(momentary, from, to).max().orElse(SILENCE);
  }

  int seconds() {
    return (momentary.length + A_SECOND - 1) / A_SECOND;
  }
}
