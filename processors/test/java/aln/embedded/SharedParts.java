package aln.embedded;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Database, broker and store in the test's own process, for hubs that share them. */
public final class SharedParts implements AutoCloseable {

  private final EmbeddedParts parts;

  public SharedParts(Path folder) {
    parts = Hub.start(folder);
  }

  /** What leads a hub to the database. */
  public Map<String, String> database() {
    DatabaseConnection database = parts.database();
    return Map.of(
        "ALN_DB_URL", database.url(),
        "ALN_DB_USER", database.user(),
        "ALN_DB_PASSWORD", database.password());
  }

  /** What leads a hub, or a test, to the broker. */
  public URI broker() {
    BrokerConnection broker = parts.broker();
    return URI.create(
        "amqp://%s:%s@%s:%d/%s"
            .formatted(
                broker.user(),
                URLEncoder.encode(broker.password(), StandardCharsets.UTF_8),
                broker.host(),
                broker.port(),
                broker.virtualHost()));
  }

  /** What leads a hub to the store. */
  public Map<String, String> store() {
    var store = parts.store();
    return Map.of(
        "ALN_S3_ENDPOINT", store.endpoint().toString(),
        "ALN_S3_ACCESS_KEY", store.accessKey(),
        "ALN_S3_SECRET_KEY", store.secretKey());
  }

  @Override
  public void close() {
    parts.close();
  }
}
