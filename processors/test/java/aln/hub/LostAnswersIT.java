package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub dies after it has done what was asked, and nobody hears the answer. */
class LostAnswersIT {

  private static final String FILM =
      "{\"filename\":\"film.mp4\",\"contentType\":\"video/mp4\",\"size\":1000}";

  @TempDir static Path folder;

  @Test
  void aRepeatAfterTheDeathGetsTheAnswerAndMakesNoSecondAsset() throws Exception {
    try (Hub hub = Hub.start(folder, Map.of())) {
      Api creator = hub.user();
      String key = UUID.randomUUID().toString();
      try (Socket deaf = initiate(hub, creator, key)) {
        await("the asset is there")
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(20))
            .until(() -> assets(creator) == 1);
        hub.kill();
        assertThat(deaf.isConnected()).isTrue();
      }
      hub.restart();

      Answer repeat = creator.repeat("/api/uploads/initiate", key, FILM).expect(201);
      assertThat(repeat.header("Idempotency-Replayed")).isEqualTo("true");
      assertThat(assets(creator)).isEqualTo(1);
      UUID asset = UUID.fromString(repeat.json().path("assetId").asText());
      assertThat(creator.asset(asset).path("status").asText()).isEqualTo("pending");
    }
  }

  private static int assets(Api creator) {
    return creator.get("/api/assets").expect(200).json().path("items").size();
  }

  /** Sends the request and never reads. */
  private static Socket initiate(Hub hub, Api creator, String key) throws Exception {
    Socket socket = new Socket(hub.address().getHost(), hub.address().getPort());
    OutputStream out = socket.getOutputStream();
    String head =
        """
        POST /api/uploads/initiate HTTP/1.1\r
        Host: hub\r
        Authorization: Bearer %s\r
        Idempotency-Key: %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s"""
            .formatted(creator.token(), key, FILM.length(), FILM);
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.flush();
    return socket;
  }
}
