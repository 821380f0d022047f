package aln.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.embedded.EmbeddedStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreIT extends StoreContract {

  @TempDir static Path data;
  private static EmbeddedStore embedded;

  @BeforeAll
  static void start() throws Exception {
    embedded = EmbeddedStore.start(data);
  }

  @AfterAll
  static void stop() throws Exception {
    embedded.close();
  }

  @Override
  StoreConnection connection() {
    return embedded.connection();
  }

  @Test
  void keepsObjectsOverARestart() throws Exception {
    var ref = new ObjectRef(Keys.DROP, "kept");
    var file = Files.writeString(folder.resolve("kept"), "kept").toFile();
    store.objects().put(ref, file, "text/plain");
    stop();
    start();
    assertThat(StoreClients.of(connection()).objects().head(ref)).isPresent();
  }

  @Test
  void makesBucketsWhenTheStoreComesLater(@TempDir Path late) throws Exception {
    int port;
    StoreConnection connection;
    try (var early = EmbeddedStore.start(late)) {
      connection = early.connection();
      port = connection.endpoint().getPort();
    }
    StoreClients hub = StoreClients.of(connection);
    try (var buckets = hub.buckets()) {
      buckets.makeNowOrLater();
      try (var back = EmbeddedStore.start(late, port)) {
        await()
            .atMost(Duration.ofSeconds(15))
            .ignoreExceptions()
            .until(() -> hub.objects().list(Keys.DROP, "", null, 1).objects().isEmpty());
      }
    }
  }
}
