package aln.ffmpeg;

import java.io.File;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The commands that run in this process now, each known by the directory that is its own. */
@Component
public class RunningCommands {

  private static final String TAKEN_AWAY = "its work was taken away";

  private final Map<File, RunningCommand> byDirectory = new ConcurrentHashMap<>();
  private final Set<File> doomed = ConcurrentHashMap.newKeySet();

  /**
   * Kills the command of this directory and everything it has started; its route ends with {@link
   * FfmpegKilled}. So does one that only comes to its command later.
   */
  public void kill(File directory) {
    doomed.add(key(directory));
    Optional.ofNullable(byDirectory.get(key(directory)))
        .ifPresent(command -> command.kill(TAKEN_AWAY));
  }

  /** The command of this directory holds still, whatever it was at; nothing where none runs. */
  public void hold(File directory) {
    Optional.ofNullable(byDirectory.get(key(directory))).ifPresent(RunningCommand::hold);
  }

  /** It goes on. */
  public void resume(File directory) {
    Optional.ofNullable(byDirectory.get(key(directory))).ifPresent(RunningCommand::resume);
  }

  /** The directory is free for other work. */
  public void forget(File directory) {
    doomed.remove(key(directory));
  }

  /** How long the command of this directory has run; empty when none runs. */
  public Optional<Duration> elapsed(File directory) {
    return Optional.ofNullable(byDirectory.get(key(directory))).map(RunningCommand::elapsed);
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
    if (doomed.contains(key(directory))) {
      command.kill(TAKEN_AWAY);
    }
  }

  void remove(File directory, RunningCommand command) {
    byDirectory.remove(key(directory), command);
  }

  private static File key(File directory) {
    return directory.toPath().toAbsolutePath().normalize().toFile();
  }
}
