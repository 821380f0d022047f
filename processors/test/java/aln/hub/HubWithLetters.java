package aln.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A hub that gives up early, its broker, and those who look at it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class HubWithLetters {

  static final Duration LONG = Duration.ofMinutes(5);

  @TempDir static Path folder;
  Hub hub;
  Broker broker;
  Api admin;
  Api creator;
  Letters letters;

  /** What stands behind the hub. */
  abstract Servers servers();

  /** After the hub has ended. */
  void stopServers() {}

  @BeforeAll
  void start() throws Exception {
    Servers servers = servers();
    hub =
        Hub.start(
            folder.resolve("hub"),
            servers.with(Map.of("ALN_TASK_ATTEMPTS", "2", "ALN_TASK_PAUSE", "200ms")));
    broker = Broker.at(servers.broker());
    admin = hub.admin();
    creator = hub.user();
    letters = new Letters(admin);
  }

  @AfterAll
  void stop() throws Exception {
    if (broker != null) {
      broker.close();
    }
    if (hub != null) {
      hub.close();
    }
    stopServers();
  }
}
