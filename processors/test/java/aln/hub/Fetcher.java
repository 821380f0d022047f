package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** A new account that names addresses, and looks at what becomes of them. */
record Fetcher(Hub hub, Api creator) {

  private static final Duration LONG = Duration.ofMinutes(1);

  static Fetcher at(Hub hub) {
    return new Fetcher(hub, hub.user());
  }

  JsonNode begin(String url) {
    JsonNode begun = creator.post("/api/uploads/from-url", Map.of("url", url)).expect(202).json();
    assertThat(begun.path("status").asText()).isEqualTo("pending");
    return begun;
  }

  JsonNode asset(JsonNode begun) {
    return creator.get("/api/assets/" + begun.path("assetId").asText()).expect(200).json();
  }

  JsonNode end(JsonNode begun) {
    return await("the end of the fetch")
        .atMost(LONG)
        .until(() -> asset(begun), now -> !now.path("status").asText().equals("pending"));
  }

  /** How far it is, as soon as so many bytes and one have come. */
  JsonNode arrival(JsonNode begun, long received) {
    Predicate<JsonNode> far = now -> now.path("received").asLong() > received;
    return await("bytes of the fetch").atMost(LONG).until(() -> asset(begun).path("arrival"), far);
  }

  Answer giveUp(JsonNode begun) {
    return creator.delete("/api/uploads/" + begun.path("uploadId").asText());
  }

  /** Of the quota, bytes. */
  long used() {
    return creator.get("/api/uploads/quota").expect(200).json().path("used").asLong();
  }

  void assertArrives(JsonNode begun, byte[] expected) {
    JsonNode asset = end(begun);
    assertThat(asset.path("failure").isMissingNode()).as(asset.toString()).isTrue();
    assertThat(asset.path("size").asLong()).isEqualTo(expected.length);
    assertThat(asset.has("arrival")).isFalse();
    String key = "user_%s/%s/source".formatted(creator.id(), begun.path("assetId").asText());
    assertThat(hub.store().bytes(Store.RAW, key)).isEqualTo(expected);
    assertThat(used()).isEqualTo(expected.length);
  }

  void assertFails(JsonNode begun, String code) {
    JsonNode asset = end(begun);
    assertThat(asset.path("failure").path("code").asText()).as(asset.toString()).isEqualTo(code);
    assertThat(asset.path("failure").path("message").asText()).endsWith(".");
    assertThat(used()).as("what was reserved is given back").isZero();
    assertThat(giveUp(begun).status()).isEqualTo(409);
  }
}
