package aln.media.measure;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tells whether an encoder lets hear what it heard. Only against the source: silence is allowed to
 * be silent.
 */
record SoundCheck(LoudnessCurve source, LoudnessCurve output) {

  /** LUFS; quiet speech is louder. */
  private static final double AUDIBLE = -45;

  /** LU; no encoder takes that much away for seconds. */
  private static final double GONE = 20;

  /** What is wrong with it; empty when nothing is. */
  Optional<String> fault() {
    return IntStream.range(0, Math.min(source.seconds(), output.seconds()))
        .filter(this::isGone)
        .mapToObj(second -> "is silent after " + second + " s where the source is not")
        .findFirst();
  }

  private boolean isGone(int second) {
    double loud = source.loudest(second, 0);
    return loud > AUDIBLE && output.loudest(second, 1) < loud - GONE;
  }
}
