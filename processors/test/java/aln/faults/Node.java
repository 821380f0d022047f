package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.hub.Hub;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A process of the hub with a link of its own to each server. */
final class Node implements AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(40);

  private final Path folder;
  private final Map<String, String> settings;
  private final List<String> wrapper;
  private final Link database;
  private final Link broker;
  private final Link store;
  private final Encoder encoder;
  private Hub hub;
  private boolean special;

  /**
   * Starts it without waiting.
   *
   * @param services that it runs, as {@code ALN_SERVICES} takes them
   * @param wrapper the beginning of a command that becomes the hub
   */
  Node(Stack stack, Path folder, String services, Map<String, String> more, List<String> wrapper)
      throws IOException {
    this.folder = folder;
    this.wrapper = wrapper;
    database = new Link(stack.database().port());
    broker = new Link(stack.broker().port());
    store = new Link(stack.store().port());
    encoder = Encoder.in(folder.resolve("encoder"));
    settings = new HashMap<>(more);
    settings.put("ALN_SERVICES", services);
    settings.put("ALN_DB_URL", Stack.databaseUrl(database.port()));
    settings.put("ALN_DB_USER", stack.credentials().user());
    settings.put("ALN_DB_PASSWORD", stack.credentials().password());
    settings.put("ALN_AMQP_URL", stack.brokerUrl(broker.port()));
    settings.put("ALN_S3_ENDPOINT", Stack.storeUrl(store.port()));
    settings.put("ALN_S3_PUBLIC_ENDPOINT", Stack.storeUrl(stack.store().port()));
    settings.put("ALN_S3_ACCESS_KEY", stack.credentials().accessKey());
    settings.put("ALN_S3_SECRET_KEY", stack.credentials().password());
    settings.put("ALN_FFMPEG", encoder.program().toString());
    hub = Hub.launch(folder, settings, wrapper);
  }

  Link database() {
    return database;
  }

  Link broker() {
    return broker;
  }

  Link store() {
    return store;
  }

  Encoder encoder() {
    return encoder;
  }

  URI address() {
    return hub.address();
  }

  Hub hub() {
    return hub;
  }

  long process() {
    return hub.process().pid();
  }

  String log() {
    return hub.log();
  }

  Node awaitReady() {
    hub.awaitReady();
    return this;
  }

  /** SIGKILL to itself alone; what it had started must end by itself. */
  void kill() throws InterruptedException {
    hub.kill();
    links().forEach(Link::drop);
  }

  /** SIGTERM; returns when it has ended. */
  Duration stop() throws InterruptedException {
    return hub.stop(STOP);
  }

  /** Once more, after it ended; does not wait. */
  void launch() throws IOException {
    hub.relaunch();
  }

  /** Once more, after it ended, with other settings until it is healed. */
  void launch(Map<String, String> more) throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("ALN_HTTP_PORT", Integer.toString(hub.address().getPort()));
    all.putAll(more);
    hub = Hub.launch(folder, all, wrapper);
    special = true;
  }

  /** SIGSTOP to it and all that it runs. */
  void freeze() throws Exception {
    signal("STOP");
  }

  /** SIGCONT. */
  void thaw() throws Exception {
    signal("CONT");
  }

  private void signal(String name) throws Exception {
    ProcessHandle self = hub.process();
    for (ProcessHandle each : Stream.concat(Stream.of(self), self.descendants()).toList()) {
      var kill = new ProcessBuilder("kill", "-" + name, Long.toString(each.pid()));
      int status = kill.redirectErrorStream(true).start().waitFor();
      assertThat(status == 0 || !each.isAlive()).as("kill -%s %s", name, each.pid()).isTrue();
    }
  }

  boolean isRunning() {
    return hub.process().isAlive();
  }

  private List<Link> links() {
    return List.of(database, broker, store);
  }

  /** As it was in the beginning; does not wait. */
  void heal(boolean anew) throws Exception {
    links().forEach(Link::pass);
    encoder.behave();
    if (isRunning() && (anew || special)) {
      thaw();
      hub.kill();
    }
    if (!isRunning() && special) {
      hub = Hub.launch(folder, settings, wrapper);
      special = false;
    } else if (!isRunning()) {
      hub.relaunch();
    }
  }

  /** A folder inside the process's own view of the files. */
  Path seen(Path inside) {
    return Path.of("/proc/" + process() + "/root" + inside);
  }

  void awaitWords(String words) {
    await(words + " in the log of " + folder)
        .atMost(Duration.ofSeconds(30))
        .until(() -> log().contains(words));
  }

  @Override
  public void close() throws Exception {
    hub.process().destroyForcibly();
    links().forEach(Link::close);
    hub.close();
  }
}
