package aln.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The running main process of a PostgreSQL data folder, ours or one that outlived its hub. */
record Postmaster(ProcessHandle process) {

  private static final int PATIENCE_SECONDS = 30;

  /** The process that serves this data folder, if one runs. */
  static Optional<Postmaster> of(Path data) throws IOException {
    return recorded(data).filter(found -> serves(found, data)).map(Postmaster::new);
  }

  /**
   * Whether the number of a PostgreSQL that is gone now belongs to another program, as happens
   * after a reboot or in a new container: PostgreSQL would then refuse to start.
   */
  static boolean numberReused(Path data) throws IOException {
    return recorded(data).filter(found -> !serves(found, data)).isPresent();
  }

  /** The living process whose number is the first line of {@code postmaster.pid}. */
  private static Optional<ProcessHandle> recorded(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    String number = Files.readAllLines(file).stream().findFirst().orElse("").strip();
    return number.matches("\\d+")
        ? ProcessHandle.of(Long.parseLong(number)).filter(ProcessHandle::isAlive)
        : Optional.empty();
  }

  private static boolean serves(ProcessHandle found, Path data) {
    String[] arguments = found.info().arguments().orElse(new String[0]);
    return java.util.List.of(arguments).contains(data.toString());
  }

  /**
   * Stops it the fast way (clients are cut off, everything committed is on disk), and when that
   * takes too long the immediate way, which the next start repairs from the log.
   */
  void stop() throws IOException, InterruptedException {
    signal("INT");
    if (!gone(PATIENCE_SECONDS)) {
      signal("QUIT");
      if (!gone(PATIENCE_SECONDS)) {
        throw new IOException("PostgreSQL process " + process.pid() + " does not end");
      }
    }
  }

  /** Java itself can only send TERM, which waits for clients, and KILL. */
  private void signal(String name) throws IOException, InterruptedException {
    String command = "kill -" + name + " " + process.pid();
    new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start().waitFor();
  }

  private boolean gone(int seconds) throws InterruptedException {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    }
  }
}
