package aln.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What was given up is shown with all that is known of it; an admin tries it again or puts it away.
 */
abstract class DeadLetters extends HubWithLetters {

  @Test
  void aTaskThatFailsToItsEndIsReplayedOnceTheCauseIsMended() {
    Path film = Clips.film(folder, 20);
    Store store = hub.store();
    JsonNode upload = creator.initiate("film.mp4", film.toFile().length());
    Api.put(upload, film);
    UUID asset = UUID.fromString(upload.path("assetId").asText());
    String source = "user_" + creator.id() + "/" + asset + "/source";
    creator.complete(upload).expect(202);
    store.delete(Store.RAW, source);

    JsonNode failed = creator.awaitEnd(asset, LONG);

    assertThat(failed.path("status").asText()).as(failed.toString()).isEqualTo("failed");
    assertThat(failed.path("failure").path("code").asText()).matches("[a-z]+(-[a-z]+)*");
    assertThat(failed.path("failure").path("message").asText()).endsWith(".");
    JsonNode letter = letters.awaitOf(asset);
    assertThat(letter.path("attempts").asInt()).isEqualTo(2);
    assertThat(letter.path("type").asText()).startsWith("task.");
    assertThat(letter.toString()).contains("404").doesNotContain("X-Amz-Signature=");

    store.put(Store.RAW, source, film);
    String path = Letters.PATH + "/" + letter.path("id").asText();
    creator.post(path + "/replay").refuses(403);
    admin.post(path + "/replay").expect(202);

    Awaitility.await("the end of the replayed asset")
        .atMost(LONG)
        .until(() -> creator.asset(asset).path("status").asText().matches("complete|failed"));
    JsonNode complete = creator.asset(asset);
    assertThat(complete.path("status").asText()).as(complete.toString()).isEqualTo("complete");
    assertThat(complete.hasNonNull("failure")).isFalse();
    assertThat(creator.stream(asset).video().get(0).duration()).isBetween(19.9, 20.1);
    assertThat(admin.get(path).expect(200).json().path("state").asText()).isEqualTo("replayed");
    admin.post(path + "/replay").refuses(409);
    admin.post(path + "/discard", Map.of("reason", "Too late")).refuses(409);
  }

  @Test
  void whatNeedsNoFurtherTryIsPutAwayWithAReason() throws Exception {
    broker.send("", "aln.inspect", Map.of(Letters.MARK, "away"), "away".getBytes(UTF_8));
    String path = Letters.PATH + "/" + letters.await("away").path("id").asText();
    admin.post(path + "/discard", Map.of()).refuses(400);
    admin.post(path + "/discard", Map.of("reason", "Sent by mistake")).expect(200);
    JsonNode letter = admin.get(path).expect(200).json();
    assertThat(letter.path("state").asText()).isEqualTo("discarded");
    assertThat(letter.path("reason").asText()).isEqualTo("Sent by mistake");
    assertThat(letter.hasNonNull("settledAt")).isTrue();
    admin.post(path + "/replay").refuses(409);
    admin.get(Letters.PATH + "/" + UUID.randomUUID()).refuses(404);
  }

  @Test
  void aReplayedPoisonComesBackAsANewDeadLetter() throws Exception {
    Map<String, Object> headers = Map.of(Letters.MARK, "again", "cloudEvents_type", "task.inspect");
    broker.send("", "aln.inspect", headers, "again and again".getBytes(UTF_8));
    JsonNode first = letters.await("again");
    admin.post(Letters.PATH + "/" + first.path("id").asText() + "/replay").expect(202);
    await("a second dead letter")
        .atMost(LONG)
        .until(
            () -> {
              for (JsonNode each : letters.list("state=parked")) {
                if (each.path("body").asText().equals("again and again")) {
                  return !each.path("id").equals(first.path("id"));
                }
              }
              return false;
            });
  }
}
