package aln.ffmpeg;

import java.util.List;

/**
 * Something around the program kept it from its work; what it wrote is not to be trusted, even when
 * it ended with 0. The same command may work later.
 */
public final class FfmpegHindered extends FfmpegException {

  private final Hindrance hindrance;

  FfmpegHindered(Hindrance hindrance, List<String> commandLine, String stderrTail) {
    super("FFmpeg could not do its work: " + hindrance, commandLine, stderrTail);
    this.hindrance = hindrance;
  }

  public Hindrance hindrance() {
    return hindrance;
  }
}
