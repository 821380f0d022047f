package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A hub in a process of its own, on private ports and a folder of the test: what the main classes
 * and the configuration that is shipped do, with nothing of the test's classes. It can be stopped,
 * killed and started again on the same data.
 */
public final class Hub implements AutoCloseable {

  public static final String ADMIN = "admin@example.org";
  static final String PASSWORD = "a password of the tests";

  /**
   * Settings of a hub that makes two small sizes as fast as can be, for tests that ask neither
   * about size nor quality. Its classpath begins with a folder that holds this one ladder.
   */
  static final Map<String, String> QUICK = Map.of("ALN_MEDIA_LADDER", "quick");

  private static final Path LADDERS = Path.of("processors/test/resources/aln/hub").toAbsolutePath();

  private static final Duration START = Duration.ofMinutes(3);

  private final Path folder;
  private final Map<String, String> environment;
  private final URI address;
  private final List<String> wrapper;
  private Process process;

  private Hub(Path folder, Map<String, String> environment, URI address, List<String> wrapper)
      throws IOException {
    this.folder = folder;
    this.wrapper = wrapper;
    this.environment = environment;
    this.address = address;
    this.process = launch();
  }

  /** All services on embedded parts. */
  static Hub start(Path folder) throws IOException {
    return start(folder, Map.of());
  }

  /**
   * Waits until it is ready.
   *
   * @param folder for its data and its log
   * @param settings environment variables on top of those that keep it apart from other hubs
   */
  static Hub start(Path folder, Map<String, String> settings) throws IOException {
    return launch(folder, settings).awaitReady();
  }

  /** Starts it without waiting. */
  static Hub launch(Path folder, Map<String, String> settings) throws IOException {
    return launch(folder, settings, List.of());
  }

  /**
   * Starts it without waiting.
   *
   * @param wrapper the beginning of a command that becomes the one that follows it
   */
  public static Hub launch(Path folder, Map<String, String> settings, List<String> wrapper)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("ALN_HTTP_PORT", Integer.toString(Ports.free()));
    environment.put("ALN_DATA_DIR", folder.resolve("data").toString());
    environment.put("ALN_ADMIN_EMAIL", ADMIN);
    environment.put("ALN_ADMIN_PASSWORD", PASSWORD);
    environment.put("ALN_S3_ACCESS_KEY", "the-tests");
    environment.put("ALN_S3_SECRET_KEY", "a secret of the tests");
    for (String part : List.of("ALN_DB_PORT", "ALN_AMQP_PORT", "ALN_S3_PORT")) {
      environment.put(part, Integer.toString(Ports.free()));
    }
    environment.putAll(settings);
    URI address = URI.create("http://localhost:" + environment.get("ALN_HTTP_PORT"));
    return new Hub(folder, environment, address, wrapper);
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classpath(), "aln.Aln"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ALN_") && !own(name));
    builder.environment().putAll(environment);
    Files.createDirectories(folder);
    return builder
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("hub.log").toFile()))
        .start();
  }

  /** Which FFmpeg to take is the machine's choice, not the test's. */
  private static boolean own(String name) {
    return name.equals("ALN_FFMPEG");
  }

  private String classpath() {
    return environment.entrySet().containsAll(QUICK.entrySet())
        ? LADDERS + File.pathSeparator + mainClasses()
        : mainClasses();
  }

  /** Without the test's own classes, so that the hub finds only the beans that are shipped. */
  private static String mainClasses() {
    String all = System.getProperty("java.class.path");
    return Arrays.stream(
            System.getProperty("surefire.test.class.path", all).split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  public Hub awaitReady() {
    await("the hub is ready, see " + folder.resolve("hub.log"))
        .atMost(START)
        .pollInterval(Duration.ofMillis(250))
        .until(
            () -> {
              assertThat(process.isAlive()).as(tail()).isTrue();
              return ready();
            });
    return this;
  }

  private boolean ready() {
    try {
      return anonymous().get("/health").status() == 200;
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  /** Where it answers. */
  public URI address() {
    return address;
  }

  /** Somebody without an account. */
  Api anonymous() {
    return Api.anonymous(address);
  }

  /** A new account. */
  public Api user() {
    return Api.register(address);
  }

  Api admin() {
    return Api.login(address, ADMIN, PASSWORD);
  }

  /** What stands behind it, past its back. */
  Store store() {
    String embedded = "http://127.0.0.1:" + environment.get("ALN_S3_PORT");
    return Store.at(
        URI.create(environment.getOrDefault("ALN_S3_ENDPOINT", embedded)),
        environment.getOrDefault("ALN_S3_ACCESS_KEY", ""),
        environment.getOrDefault("ALN_S3_SECRET_KEY", ""));
  }

  /** SIGKILL, as when the machine loses its power; an embedded PostgreSQL lives on. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; returns how long it took to end. */
  public Duration stop(Duration patience) throws InterruptedException {
    long begin = System.nanoTime();
    process.destroy();
    assertThat(process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
        .as("ends within %s: %s", patience, tail())
        .isTrue();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** The same hub on the same data, after it ended. */
  void restart() throws IOException {
    relaunch();
    awaitReady();
  }

  /** As {@link #restart}, without waiting. */
  public void relaunch() throws IOException {
    assertThat(process.isAlive()).isFalse();
    process = launch();
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  public String log() {
    try {
      return Files.readString(folder.resolve("hub.log"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String tail() {
    String log = log();
    return log.substring(Math.max(0, log.length() - 3000));
  }

  /** Ends it, and the PostgreSQL that a killed hub has left. */
  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    Path postmaster = folder.resolve("data/postgres/data/postmaster.pid");
    if (Files.exists(postmaster)) {
      long orphan = Long.parseLong(Files.readAllLines(postmaster).get(0).strip());
      ProcessHandle.of(orphan).ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
