package aln.embedded;

import aln.storage.StoreConnection;
import aln.storage.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Database, broker and store of a hub, each of which can go away and come back where it was. */
public final class SeparateParts implements AutoCloseable {

  /** What {@code /health} calls them. */
  public static final String DATABASE = "database";

  public static final String BROKER = "broker";
  public static final String STORE = "storage";

  private final DataDirectory directory;
  private final Map<String, Part<?>> parts;
  private final Map<String, String> settings = new HashMap<>();
  private final Set<String> stopped = new HashSet<>();

  public SeparateParts(Path folder, int databasePort, int brokerPort, int storePort)
      throws Exception {
    directory = DataDirectory.hold(folder);
    var secrets = new Secrets(directory.folder("keys"));
    var postgres = new PostgresPart(directory.folder("postgres"), secrets, databasePort);
    var qpid = new BrokerPart(directory.folder("broker"), brokerPort);
    var s3 =
        new StorePart(
            directory.folder("store"),
            secrets,
            new StoreSettings("", "", "", "", "us-east-1", "127.0.0.1", storePort));
    parts = Map.of(DATABASE, postgres, BROKER, qpid, STORE, s3);
    DatabaseConnection database = postgres.start();
    BrokerConnection broker = qpid.start();
    StoreConnection store = s3.start();
    settings.put("ALN_DB_URL", database.url());
    settings.put("ALN_DB_USER", database.user());
    settings.put("ALN_DB_PASSWORD", database.password());
    settings.put("ALN_AMQP_URL", address(broker));
    settings.put("ALN_S3_ENDPOINT", store.endpoint().toString());
    settings.put("ALN_S3_ACCESS_KEY", store.accessKey());
    settings.put("ALN_S3_SECRET_KEY", store.secretKey());
  }

  /** What leads a hub to them, in the hub's words. */
  public Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  public void stop(String part) throws Exception {
    parts.get(part).stop();
    stopped.add(part);
  }

  /** At the same address, with the same data. */
  public void start(String part) throws Exception {
    parts.get(part).start();
    stopped.remove(part);
  }

  /** Whatever is stopped. */
  public void startAll() throws Exception {
    for (String part : Set.copyOf(stopped)) {
      start(part);
    }
  }

  private static String address(BrokerConnection broker) {
    return URI.create(
            "amqp://%s:%s@%s:%d/%s"
                .formatted(
                    broker.user(),
                    broker.password(),
                    broker.host(),
                    broker.port(),
                    broker.virtualHost()))
        .toString();
  }

  @Override
  public void close() throws Exception {
    for (Part<?> part : parts.values()) {
      part.stop();
    }
    directory.close();
  }
}
