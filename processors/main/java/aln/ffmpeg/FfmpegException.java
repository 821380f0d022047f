package aln.ffmpeg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that did not end well. Carries what an operator needs and nothing that is secret. */
public abstract sealed class FfmpegException extends RuntimeException
    permits FfmpegFailed, FfmpegHindered, FfmpegTimedOut, FfmpegKilled {

  private final List<String> command;
  private final String stderrTail;

  FfmpegException(String what, List<String> command, String stderrTail) {
    super(stderrTail.isBlank() ? what : what + ": " + lastLine(stderrTail));
    this.command = command.stream().map(UrlSecrets::hide).toList();
    this.stderrTail = stderrTail;
  }

  private static String lastLine(String text) {
    String stripped = text.strip();
    return stripped.substring(stripped.lastIndexOf('\n') + 1);
  }

  /** The program and its arguments, one element each; URLs are without their queries. */
  public List<String> command() {
    return command;
  }

  /** What the program ended with, where it ended by itself. */
  public @Nullable Integer exit() {
    return this instanceof FfmpegFailed failed ? Integer.valueOf(failed.exitCode()) : null;
  }

  /** The last lines of standard error, possibly empty. */
  public String stderrTail() {
    return stderrTail;
  }
}
