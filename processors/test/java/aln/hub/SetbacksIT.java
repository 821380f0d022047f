package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.embedded.EmbeddedStore;
import aln.storage.StoreConnection;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An outage of the store costs a creator time and nothing else. */
class SetbacksIT {

  private static final Duration LONG = Duration.ofMinutes(4);

  @TempDir Path folder;

  @Test
  void costsNoAttemptWhenTheStoreGoesAwayInTheMiddle() throws Exception {
    EmbeddedStore store = EmbeddedStore.start(folder.resolve("store"));
    StoreConnection connection = store.connection();
    Map<String, String> settings =
        Map.of(
            "ALN_S3_ENDPOINT",
            connection.endpoint().toString(),
            "ALN_S3_ACCESS_KEY",
            connection.accessKey(),
            "ALN_S3_SECRET_KEY",
            connection.secretKey(),
            "ALN_TASK_PAUSE",
            "200ms",
            "ALN_MEDIA_LADDER",
            "fast",
            "ALN_TASK_ATTEMPTS",
            "1");
    try (Hub hub = Hub.start(folder.resolve("hub"), settings)) {
      Api creator = hub.user();
      UUID asset = creator.upload(Clips.film(folder, "film.mp4", "640x360", 40));
      creator.awaitEncoding(asset);
      store.close();
      await("a setback").atMost(LONG).until(() -> hub.log().contains("Setback 1 of encode-"));
      await("workers that wait").atMost(LONG).until(() -> hub.log().contains("take nothing"));
      assertThat(health(hub).path("workers").asText()).contains("has failed since");
      assertThat(creator.asset(asset).path("status").asText()).isEqualTo("processing");

      int port = connection.endpoint().getPort();
      try (var back = EmbeddedStore.start(folder.resolve("store"), port)) {
        creator.awaitComplete(asset, LONG);
        creator.insistOnOneAttemptEach(asset);
        assertThat(back.connection().endpoint()).isEqualTo(connection.endpoint());
      }
    }
  }

  private static JsonNode health(Hub hub) {
    return hub.anonymous().get("/health").json().path("parts");
  }
}
