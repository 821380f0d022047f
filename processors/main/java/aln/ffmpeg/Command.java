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
 * @param niceness added to the hub's own (POSIX nice): 0 takes the same share of the processors, 19
 *     next to nothing while others want them
 */
public record Command(
    Tool tool, List<String> arguments, File directory, Duration timeout, int niceness) {

  /** Leaves the processors to whoever answers a person or renews a lease. */
  private static final int USUAL = 10;

  /** A seventh of what the usual ones get, so that it still ends in time. */
  private static final int YIELDING = 19;

  public enum Tool {
    FFMPEG,
    FFPROBE
  }

  public Command {
    arguments = List.copyOf(arguments);
  }

  /** One that takes its share of what the hub itself leaves. */
  public Command(Tool tool, List<String> arguments, File directory, Duration timeout) {
    this(tool, arguments, directory, timeout, USUAL);
  }

  /** The same for when nothing else wants the machine. */
  public Command yielding() {
    return new Command(tool, arguments, directory, timeout, YIELDING);
  }
}
