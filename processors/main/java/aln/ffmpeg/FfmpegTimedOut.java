package aln.ffmpeg;

import java.time.Duration;
import java.util.List;

/** The command took longer than it may, and was killed with everything it had started. */
public final class FfmpegTimedOut extends FfmpegException {

  FfmpegTimedOut(Duration timeout, List<String> commandLine, String stderrTail) {
    super(
        "FFmpeg was stopped after " + timeout.toMillis() / 1000.0 + " s", commandLine, stderrTail);
  }
}
