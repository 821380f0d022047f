package aln.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One process with all it starts. Its two streams are read by threads of their own, so that nobody
 * waits for a grandchild that holds them open.
 */
final class RunningCommand {

  enum End {
    EXITED,
    TIMED_OUT,
    KILLED
  }

  private static final int STDERR_KEPT = 16 * 1024;
  private static final int STDOUT_KEPT = 32 * 1024 * 1024;

  /** No sign of a hindrance is longer. */
  private static final int LONGEST_SIGN = 200;

  /** How long the readers may take after the whole group has ended. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Process process;
  private final boolean reportsProgress;
  private final Tail stdout = new Tail(STDOUT_KEPT);
  private final Tail stderr = new Tail(STDERR_KEPT);
  private final Thread stdoutReader = new Thread(this::readStdout, "ffmpeg-stdout");
  private final Thread stderrReader = new Thread(this::readStderr, "ffmpeg-stderr");
  private volatile @Nullable String reasonToKill;
  private volatile @Nullable Progress progress;
  private volatile @Nullable Hindrance hindrance;
  private String halfLine = "";
  private final long begun = System.nanoTime();

  /**
   * @param reportsProgress whether standard output carries FFmpeg's progress instead of a result
   */
  private RunningCommand(Process process, boolean reportsProgress) {
    this.process = process;
    this.reportsProgress = reportsProgress;
  }

  static RunningCommand start(ProcessBuilder builder, boolean reportsProgress) throws IOException {
    RunningCommand command = new RunningCommand(builder.start(), reportsProgress);
    command.stdoutReader.setDaemon(true);
    command.stderrReader.setDaemon(true);
    command.stdoutReader.start();
    command.stderrReader.start();
    return command;
  }

  /**
   * Waits for the end and leaves nothing running. Only for the thread that started the process:
   * with that thread the kernel would end the process too.
   */
  End await(Duration timeout) {
    try {
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return reasonToKill != null ? End.KILLED : ended ? End.EXITED : End.TIMED_OUT;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      reasonToKill = "the hub is stopping";
      return End.KILLED;
    } finally {
      ProcessGroup.kill(process);
      hearLastWords();
    }
  }

  void kill(String reason) {
    reasonToKill = reason;
    ProcessGroup.kill(process);
  }

  /** Its time goes on. */
  void hold() {
    ProcessGroup.hold(process);
  }

  void resume() {
    ProcessGroup.resume(process);
  }

  Optional<Progress> progress() {
    return Optional.ofNullable(progress);
  }

  /** What kept it from its work, by all that it said and not only by the last of it. */
  Optional<Hindrance> hindrance() {
    return Optional.ofNullable(hindrance);
  }

  /** Since it began. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  int exitCode() {
    return process.exitValue();
  }

  String reasonToKill() {
    return String.valueOf(reasonToKill);
  }

  String stdout() {
    return stdout.toString();
  }

  String stderrTail() {
    return UrlSecrets.hide(stderr.toString());
  }

  private void readStdout() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      if (reportsProgress) {
        followProgress(reader);
      } else {
        copy(reader, stdout, said -> {});
      }
    } catch (IOException closed) {
      stderr.append("standard output ended early: " + closed.getMessage());
    }
  }

  private void readStderr() {
    try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
      copy(reader, stderr, this::lookForHindrance);
    } catch (IOException closed) {
      stderr.append("standard error ended early: " + closed.getMessage());
    }
  }

  private void followProgress(BufferedReader reader) throws IOException {
    ProgressReport report = new ProgressReport();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      report.add(line).ifPresent(now -> progress = now);
    }
  }

  private void copy(BufferedReader reader, Tail tail, Consumer<String> listener)
      throws IOException {
    char[] buffer = new char[8192];
    for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
      String said = String.valueOf(buffer, 0, length);
      tail.append(said);
      listener.accept(said);
      if (stdout.isCut()) {
        stderr.append("standard output is longer than " + STDOUT_KEPT + " characters");
        ProcessGroup.kill(process);
        return;
      }
    }
  }

  /**
   * What is written from then on is worth nothing, and every further read of a store that hangs
   * would take its time, so it ends here. Half a line may come now and the rest later.
   */
  private void lookForHindrance(String said) {
    String heard = halfLine + said;
    if (hindrance == null && Hindrance.in(heard).isPresent()) {
      hindrance = Hindrance.in(heard).get();
      ProcessGroup.kill(process);
    }
    halfLine = heard.substring(Math.max(0, heard.length() - LONGEST_SIGN));
  }

  private void hearLastWords() {
    boolean interrupted = Thread.interrupted();
    try {
      stdoutReader.join(LAST_WORDS.toMillis());
      stderrReader.join(LAST_WORDS.toMillis());
    } catch (InterruptedException again) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
