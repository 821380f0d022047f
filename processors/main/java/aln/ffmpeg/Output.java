package aln.ffmpeg;

import java.time.Duration;
import java.util.List;

/**
 * What a command that ended well leaves behind, besides its files.
 *
 * @param stdout all of standard output (ffprobe's JSON, say); empty where the command reports its
 *     progress there ({@code -progress pipe:1})
 * @param stderrTail the last lines of standard error, with the queries of URLs taken out
 * @param took wall-clock time
 * @param version of FFmpeg
 * @param command the program and its arguments, one element each; URLs are without their queries
 */
public record Output(
    String stdout, String stderrTail, Duration took, String version, List<String> command) {

  public Output {
    command = command.stream().map(UrlSecrets::hide).toList();
  }
}
