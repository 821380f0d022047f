package aln.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The dead letters as an admin sees them. */
record Letters(Api admin) {

  static final String PATH = "/api/admin/dead-letters";

  /** A header by which a test finds its message again. */
  static final String MARK = "poison";

  private static final Duration SOON = Duration.ofSeconds(60);

  static String path(JsonNode letter) {
    return PATH + "/" + letter.path("id").asText();
  }

  JsonNode read(JsonNode letter) {
    return admin.get(path(letter)).expect(200).json();
  }

  /** The parked one whose message bore the mark. */
  JsonNode await(String mark) {
    return Awaitility.await("the dead letter " + mark)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> find("state=parked", "/headers/" + MARK, mark), found -> found != null);
  }

  /** The parked one of a task of the asset. */
  JsonNode awaitOf(UUID asset) {
    return Awaitility.await("the dead letter of asset " + asset)
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> find("state=parked&asset=" + asset, "/assetId", asset.toString()),
            found -> found != null);
  }

  /** Null where there is none. */
  JsonNode find(String query, String pointer, String value) {
    for (JsonNode each : list(query)) {
      if (each.at(pointer).asText().equals(value)) {
        return each;
      }
    }
    return null;
  }

  /** The newest hundred. */
  JsonNode list(String query) {
    return admin.get(PATH + "?limit=100&" + query).expect(200).json().path("items");
  }

  /** How many are parked of a kind. */
  long count(String queue, String code) {
    for (JsonNode kind : admin.get(PATH + "/kinds").expect(200).json().path("items")) {
      if (kind.path("queue").asText().equals(queue) && kind.path("code").asText().equals(code)) {
        return kind.path("count").asLong();
      }
    }
    return 0;
  }

  JsonNode replay(Object selection) {
    return admin.post(PATH + "/replay", selection).expect(200).json();
  }

  JsonNode discard(Object selection) {
    return admin.post(PATH + "/discard", selection).expect(200).json();
  }
}
