package aln.ffmpeg;

import java.util.List;

/** A command that did not end well. Carries what an operator needs and nothing that is secret. */
public abstract sealed class FfmpegException extends RuntimeException
    permits FfmpegFailed, FfmpegHindered, FfmpegTimedOut, FfmpegKilled {

  private final String commandLine;
  private final String stderrTail;

  FfmpegException(String what, List<String> commandLine, String stderrTail) {
    super(stderrTail.isBlank() ? what : what + ": " + lastLine(stderrTail));
    this.commandLine = UrlSecrets.hide(String.join(" ", commandLine));
    this.stderrTail = stderrTail;
  }

  private static String lastLine(String text) {
    String stripped = text.strip();
    return stripped.substring(stripped.lastIndexOf('\n') + 1);
  }

  /** The program and its arguments for a person to read; URLs are without their queries. */
  public String commandLine() {
    return commandLine;
  }

  /** The last lines of standard error, possibly empty. */
  public String stderrTail() {
    return stderrTail;
  }
}
