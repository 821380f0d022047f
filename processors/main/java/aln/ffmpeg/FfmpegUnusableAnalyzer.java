package aln.ffmpeg;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which FFmpeg was tried, why it cannot be used, and the line that mends it. */
final class FfmpegUnusableAnalyzer extends AbstractFailureAnalyzer<FfmpegUnusable> {

  private static final String ACTION =
      """
      Install FFmpeg 5.1 or later with libx264 and aac, for example
          apt-get install ffmpeg
      or name the one to use, a program or a folder with ffmpeg and ffprobe in it:
          ALN_FFMPEG=/opt/ffmpeg/bin
      Without ALN_FFMPEG the hub takes that of the PATH, or else its own.""";

  @Override
  protected FailureAnalysis analyze(Throwable root, FfmpegUnusable cause) {
    String reasons = String.join("\n  - ", cause.reasons());
    return new FailureAnalysis("There is no usable FFmpeg:\n  - " + reasons, ACTION, cause);
  }
}
