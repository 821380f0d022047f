package aln.ffmpeg;

import java.io.File;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The commands that run in this process now, each known by the directory that is its own. */
@Component
public class RunningCommands {

  private final Map<File, RunningCommand> byDirectory = new ConcurrentHashMap<>();

  /**
   * Kills the command of this directory and everything it has started; its route ends with {@link
   * FfmpegKilled}. Nothing happens when none runs there.
   */
  public void kill(File directory) {
    Optional.ofNullable(byDirectory.get(key(directory)))
        .ifPresent(command -> command.kill("its work was taken away"));
  }

  /** How far the command of this directory has come; empty when none runs or none has reported. */
  public Optional<Progress> progress(File directory) {
    return Optional.ofNullable(byDirectory.get(key(directory))).flatMap(RunningCommand::progress);
  }

  void add(File directory, RunningCommand command) {
    if (byDirectory.putIfAbsent(key(directory), command) != null) {
      command.kill("its directory is in use");
      throw new IllegalStateException("A command already runs in " + directory);
    }
  }

  void remove(File directory, RunningCommand command) {
    byDirectory.remove(key(directory), command);
  }

  private static File key(File directory) {
    return directory.toPath().toAbsolutePath().normalize().toFile();
  }
}
