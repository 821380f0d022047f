package aln.ffmpeg;

import java.util.List;

/** The program ended by itself, and not with 0. */
public final class FfmpegFailed extends FfmpegException {

  private final int exitCode;

  FfmpegFailed(int exitCode, List<String> commandLine, String stderrTail) {
    super("FFmpeg ended with exit code " + exitCode, commandLine, stderrTail);
    this.exitCode = exitCode;
  }

  /**
   * The exit code; 128 + n when signal n ended it (137: out of memory or a limit, 152: CPU limit).
   */
  public int exitCode() {
    return exitCode;
  }
}
