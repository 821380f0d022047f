package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database, broker or store in processes of its own, on a port and a folder that stay. */
final class Server implements AutoCloseable {

  /** Says by an exception that the server does not answer yet. */
  interface Question {
    void ask() throws Exception;
  }

  private static final Duration START = Duration.ofMinutes(2);

  private final String name;
  private final int port;
  private final Path log;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Question question;
  private @Nullable Process process;

  /**
   * @param folder for its log
   * @param question answered as soon as it can be used
   */
  Server(
      String name,
      int port,
      Path folder,
      List<String> command,
      Map<String, String> environment,
      Question question) {
    this.name = name;
    this.port = port;
    this.log = folder.resolve(name + ".log");
    this.command = command;
    this.environment = environment;
    this.question = question;
  }

  int port() {
    return port;
  }

  /** Starts it without waiting. */
  Server launch() throws IOException {
    Files.createDirectories(log.getParent());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    return this;
  }

  void awaitReady() {
    await(name + " answers, see " + log)
        .atMost(START)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .untilAsserted(question::ask);
  }

  void restart() throws IOException {
    launch();
    awaitReady();
  }

  /** SIGKILL to all its processes, as when its machine loses power. */
  void kill() throws InterruptedException {
    Process running = process;
    assertThat(running).as(name).isNotNull();
    List<ProcessHandle> all = running.descendants().toList();
    running.destroyForcibly().waitFor();
    all.forEach(ProcessHandle::destroyForcibly);
    await(name + " is gone").until(() -> all.stream().noneMatch(Server::runs));
    process = null;
  }

  /** A process that nobody has buried yet runs no more. */
  private static boolean runs(ProcessHandle one) {
    return one.isAlive() && one.info().command().isPresent();
  }

  boolean isRunning() {
    return process != null && process.isAlive();
  }

  @Override
  public void close() throws InterruptedException {
    if (isRunning()) {
      kill();
    }
  }
}
