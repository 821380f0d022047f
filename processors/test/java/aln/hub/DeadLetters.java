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
    Answer taken = creator.complete(upload).expect(202);
    store.delete(Store.RAW, source);

    JsonNode failed = creator.awaitEnd(asset, LONG);

    assertThat(failed.path("status").asText()).as(failed.toString()).isEqualTo("failed");
    assertThat(failed.path("failure").path("code").asText()).matches("[a-z]+(-[a-z]+)*");
    assertThat(failed.path("failure").path("message").asText()).endsWith(".");
    JsonNode letter = letters.awaitOf(asset);
    assertThat(letter.path("attempts").asInt()).isEqualTo(2);
    assertThat(letter.path("type").asText()).startsWith("task.");
    assertThat(letter.toString()).contains("404").doesNotContain("X-Amz-Signature=");
    shownWhole(letters.read(letter), asset, taken.header("traceparent").split("-")[1]);

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

  private void shownWhole(JsonNode letter, UUID asset, String trace) {
    assertThat(letter.path("traceId").asText()).isEqualTo(trace);
    assertThat(letter.at("/asset/id").asText()).isEqualTo(asset.toString());
    assertThat(letter.at("/asset/title").asText()).isNotBlank();
    assertThat(letter.at("/asset/owner").asText()).contains("@");
    assertThat(letter.path("history").size()).isEqualTo(2);
    for (JsonNode attempt : letter.path("history")) {
      assertThat(attempt.path("worker").asText()).contains("@");
      assertThat(attempt.path("startedAt").asText()).isLessThan(attempt.path("endedAt").asText());
      assertThat(attempt.path("cause").asText()).isNotBlank();
    }
    JsonNode last = letter.path("history").get(1);
    assertThat(last.path("attempt").asInt()).isEqualTo(2);
    assertThat(last.path("exitCode").asInt()).isPositive();
    assertThat(last.path("command").get(0).asText()).contains("ff");
    assertThat(last.path("command").toString()).contains("/source?…");
    assertThat(last.path("detail").asText())
        .isEqualTo(letter.path("detail").asText())
        .contains("404");
    assertThat(letter.toString()).doesNotContain("X-Amz");
    assertThat(letters.find("state=parked&trace=" + trace, "/id", letter.path("id").asText()))
        .isNotNull();
    assertThat(letters.list("state=parked&trace=" + "0".repeat(31) + "1")).isEmpty();
    assertThat(letters.list("state=discarded&asset=" + asset)).isEmpty();
  }

  @Test
  void manyAreSettledAtOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      Map<String, Object> headers = Map.of(Letters.MARK, "many" + i);
      broker.send("", "aln.make-poster", headers, "many".getBytes(UTF_8));
      letters.await("many" + i);
    }
    long before = letters.count("aln.make-poster", "invalid-message");
    assertThat(before).isGreaterThanOrEqualTo(3);
    String one = letters.await("many0").path("id").asText();
    JsonNode settled =
        letters.discard(
            Map.of(
                "ids", new String[] {one, UUID.randomUUID().toString()}, "reason", "One of many"));
    assertThat(settled.path("done").asInt()).isEqualTo(1);
    assertThat(settled.path("refused").asInt()).isEqualTo(1);
    assertThat(settled.at("/results/1/problem/status").asInt()).isEqualTo(404);

    Map<String, String> filter = Map.of("queue", "aln.make-poster", "code", "invalid-message");
    JsonNode refused = letters.replay(Map.of("filter", filter));
    assertThat(refused.path("done").asInt()).isZero();
    assertThat(refused.at("/results/0/problem/type").asText())
        .isEqualTo("/problems/nobody-takes-it");
    letters.discard(Map.of("filter", filter, "reason", "All of them"));
    assertThat(letters.count("aln.make-poster", "invalid-message")).isZero();
    assertThat(letters.list("state=discarded&queue=aln.make-poster").size())
        .isGreaterThanOrEqualTo(3);

    admin.post(Letters.PATH + "/replay", Map.of()).refuses(400);
    admin.post(Letters.PATH + "/discard", Map.of("filter", filter)).refuses(400);
    creator.post(Letters.PATH + "/replay", Map.of("filter", filter)).refuses(403);
  }

  @Test
  void everyAnswerNamesItsTraceAndAProblemQuotesIt() {
    Answer refused = creator.get(Letters.PATH + "/kinds");
    String trace = refused.header("traceparent").split("-")[1];
    assertThat(trace).matches("[0-9a-f]{32}");
    assertThat(refused.json().path("traceId").asText()).isEqualTo(trace);
    Answer other = creator.get("/api/assets/" + UUID.randomUUID());
    assertThat(other.json().path("traceId").asText())
        .isEqualTo(other.header("traceparent").split("-")[1])
        .isNotEqualTo(trace);
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
