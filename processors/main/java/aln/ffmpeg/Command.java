package aln.ffmpeg;

import java.io.File;
import java.time.Duration;
import java.util.List;

/**
 * One run of FFmpeg or ffprobe, as data.
 *
 * @param tool which of the two programs
 * @param arguments everything after the program's name, one element an argument, never through a
 *     shell
 * @param directory the empty directory that belongs to this run alone; relative output names end up
 *     in it
 * @param timeout the wall-clock time after which the whole process group is killed
 * @param yields whether all other work of the machine goes first
 */
public record Command(
    Tool tool, List<String> arguments, File directory, Duration timeout, boolean yields) {

  public enum Tool {
    FFMPEG,
    FFPROBE
  }

  public Command {
    arguments = List.copyOf(arguments);
  }

  /** One that takes its share of the machine. */
  public Command(Tool tool, List<String> arguments, File directory, Duration timeout) {
    this(tool, arguments, directory, timeout, false);
  }

  /** The same for when nothing else wants the machine. */
  public Command yielding() {
    return new Command(tool, arguments, directory, timeout, true);
  }
}
