package aln.ffmpeg;

import java.io.InputStream;
import org.apache.camel.component.exec.ExecCommand;
import org.apache.camel.component.exec.ExecResult;

/** What {@code exec:} gets back: a success, in its terms and in ours. */
public final class FfmpegResult extends ExecResult {

  private final transient Output output;

  FfmpegResult(ExecCommand command, Output output) {
    super(command, InputStream.nullInputStream(), InputStream.nullInputStream(), 0);
    this.output = output;
  }

  public Output output() {
    return output;
  }
}
