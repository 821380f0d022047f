package aln.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;
import org.jspecify.annotations.Nullable;

/**
 * Apache Qpid Broker-J: AMQP 0-9-1 on loopback. Queues and persistent messages are kept in Derby;
 * the rest of its configuration is {@code broker.json}, read anew at every start.
 */
final class BrokerPart implements Part<BrokerConnection> {

  private static final String HOST = "127.0.0.1";

  private final Path folder;
  private final int wantedPort;
  private final String password;
  private volatile int port;
  private volatile @Nullable SystemLauncher launcher;

  /** Nobody but this hub signs in, so the password lives no longer than the process. */
  BrokerPart(Path folder, int wantedPort) {
    this(folder, wantedPort, Secrets.random(24));
  }

  BrokerPart(Path folder, int wantedPort, String password) {
    this.folder = folder;
    this.wantedPort = wantedPort;
    this.password = password;
  }

  @Override
  public String name() {
    return "The embedded broker";
  }

  @Override
  public String replacement() {
    return "ALN_AMQP_URL=amqp://<user>:<password>@<host>:5672/<vhost>";
  }

  @Override
  public String address() {
    return HOST + ":" + port;
  }

  @Override
  public BrokerConnection start() throws Exception {
    port = Port.claim(name(), "ALN_AMQP_PORT", HOST, wantedPort);
    var startup = new BrokerStartup();
    var starting = new SystemLauncher(startup);
    launcher = starting;
    try {
      starting.startup(attributes());
      startup.check();
    } catch (Exception e) {
      starting.shutdown();
      throw e;
    }
    return new BrokerConnection(HOST, port, "aln", password, "aln", false);
  }

  /** Broker-J reads both files by URL, and in a boot jar it can only open {@code file:} ones. */
  private Map<String, Object> attributes() throws IOException {
    Path configuration = folder.resolve("broker.json");
    try (InputStream in = BrokerPart.class.getResourceAsStream("broker.json")) {
      Files.copy(Objects.requireNonNull(in), configuration, StandardCopyOption.REPLACE_EXISTING);
    }
    Path properties = Files.writeString(folder.resolve("system.properties"), "");
    return Map.of(
        "type",
        "Memory",
        SystemConfig.INITIAL_CONFIGURATION_LOCATION,
        configuration.toUri().toString(),
        SystemConfig.INITIAL_SYSTEM_PROPERTIES_LOCATION,
        properties.toUri().toString(),
        SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
        false,
        "context",
        Map.of(
            SystemConfig.QPID_WORK_DIR,
            folder.toString(),
            "aln.broker.port",
            Integer.toString(port),
            "aln.broker.password",
            password));
  }

  @Override
  public void stop() {
    SystemLauncher running = launcher;
    if (running != null) {
      running.shutdown();
    }
  }
}
