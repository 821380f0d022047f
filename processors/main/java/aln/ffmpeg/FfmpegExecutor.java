package aln.ffmpeg;

import aln.ffmpeg.FfmpegSettings.Limits;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.component.exec.ExecCommand;
import org.apache.camel.component.exec.ExecCommandExecutor;
import org.springframework.stereotype.Component;

/**
 * Runs FFmpeg for {@code exec:}, confined: within limits, knowing nothing of the hub's environment,
 * without network unless a URL is among its arguments, and so that it never outlives its time, its
 * work or the hub, however that ends.
 */
@Component
public class FfmpegExecutor implements ExecCommandExecutor {

  /**
   * The command that has these options wants its progress to be seen; see {@link ProgressReport}.
   */
  private static final List<String> REPORTS_PROGRESS = List.of("-progress", "pipe:1");

  private final FfmpegTools tools;
  private final RunningCommands running;
  private final Limits limits;

  public FfmpegExecutor(FfmpegTools tools, RunningCommands running, FfmpegSettings settings) {
    this.tools = tools;
    this.running = running;
    this.limits = settings.limits();
  }

  /**
   * @throws FfmpegException if it did not end by itself with 0
   * @throws IOException if it could not be started
   */
  @Override
  public FfmpegResult execute(ExecCommand command) throws IOException {
    Abilities abilities = tools.abilities();
    boolean reportsProgress = Collections.indexOfSubList(command.getArgs(), REPORTS_PROGRESS) >= 0;
    File directory = new File(command.getWorkingDir());
    ProcessBuilder builder = new ProcessBuilder(commandLine(command, abilities));
    builder.directory(directory).redirectInput(new File("/dev/null"));
    builder.environment().clear();
    builder.environment().putAll(abilities.installation().environment());
    long start = System.nanoTime();
    RunningCommand process = RunningCommand.start(builder, reportsProgress);
    running.add(directory, process);
    try {
      RunningCommand.End end = process.await(Duration.ofMillis(command.getTimeout()));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return result(command, process, end, took, abilities.version());
    } finally {
      running.remove(directory, process);
    }
  }

  private static FfmpegResult result(
      ExecCommand command,
      RunningCommand process,
      RunningCommand.End end,
      Duration took,
      String version) {
    List<String> line = Guard.NICE.unwrapped(whole(command).toList());
    String stderr = process.stderrTail();
    if (end != RunningCommand.End.KILLED && process.hindrance().isPresent()) {
      throw new FfmpegHindered(process.hindrance().get(), line, stderr);
    }
    return switch (end) {
      case TIMED_OUT -> throw new FfmpegTimedOut(took, line, stderr);
      case KILLED -> throw new FfmpegKilled(process.reasonToKill(), line, stderr);
      case EXITED -> {
        if (process.exitCode() != 0) {
          throw new FfmpegFailed(process.exitCode(), line, stderr);
        }
        yield new FfmpegResult(command, new Output(process.stdout(), stderr, took, version, line));
      }
    };
  }

  /** The guards that work here; what the command itself begins with; the program, its arguments. */
  private List<String> commandLine(ExecCommand command, Abilities abilities) {
    List<String> line = new ArrayList<>();
    Set<Guard> guards = abilities.guards();
    guards.stream()
        .filter(guard -> guard != Guard.NICE) // its command brings it along
        .filter(guard -> guard != Guard.UNSHARE || needsNoNetwork(command))
        .map(guard -> guard.prefix(guard == Guard.PRLIMIT ? limits.options() : Stream.empty()))
        .forEach(line::addAll);
    whole(command).forEach(line::add);
    return line;
  }

  private static boolean needsNoNetwork(ExecCommand command) {
    return command.getArgs().stream().noneMatch(argument -> argument.contains("://"));
  }

  private static Stream<String> whole(ExecCommand command) {
    return Stream.concat(Stream.of(command.getExecutable()), command.getArgs().stream());
  }
}
