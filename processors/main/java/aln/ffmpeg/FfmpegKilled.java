package aln.ffmpeg;

import java.util.List;

/** Somebody took the work away ({@link RunningCommands#kill}, or the hub is shutting down). */
public final class FfmpegKilled extends FfmpegException {

  FfmpegKilled(String why, List<String> commandLine, String stderrTail) {
    super("FFmpeg was stopped: " + why, commandLine, stderrTail);
  }
}
