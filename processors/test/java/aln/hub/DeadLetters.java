package aln.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can never succeed is kept with its cause and blocks nobody; an admin tries it again or puts
 * it away.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class DeadLetters {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String LETTERS = "/api/admin/dead-letters";

  /** A header by which a test finds its message again. */
  private static final String POISON = "poison";

  @TempDir static Path folder;
  private Servers servers;
  private Hub hub;
  private Broker broker;
  private Api admin;
  private Api creator;

  /** What stands behind the hub. */
  abstract Servers servers();

  /** After the hub has ended. */
  void stopServers() {}

  @BeforeAll
  void start() throws Exception {
    servers = servers();
    hub =
        Hub.start(
            folder.resolve("hub"),
            servers.with(Map.of("ALN_TASK_ATTEMPTS", "2", "ALN_TASK_PAUSE", "200ms")));
    broker = Broker.at(servers.broker());
    admin = hub.admin();
    creator = hub.user();
  }

  @AfterAll
  void stop() throws Exception {
    if (broker != null) {
      broker.close();
    }
    if (hub != null) {
      hub.close();
    }
    stopServers();
  }

  @Test
  void poisonIsKeptWithItsCauseAndTheGoodBehindItFinishes() throws Exception {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("not-json", "This is no JSON".getBytes(UTF_8));
    bodies.put("nothing", new byte[0]);
    bodies.put("nul", new byte[] {'{', 0, 1, 2, (byte) 0xff, (byte) 0xfe, '}'});
    bodies.put("deep", "[".repeat(5000).getBytes(UTF_8));
    bodies.put("huge", "x".repeat(3_000_000).getBytes(UTF_8));
    bodies.put("huge-json", ("{\"task\": \"" + "é".repeat(1_500_000) + "\"}").getBytes(UTF_8));
    bodies.put("other-kind", wakeUp("encode-video").getBytes(UTF_8));
    for (var body : bodies.entrySet()) {
      for (String queue : new String[] {"inspect", "encode-video", "open-job"}) {
        String type = queue.equals("open-job") ? "asset.uploaded" : "task.inspect";
        String kind = queue.equals("encode-video") && body.getKey().equals("other-kind") ? "x" : "";
        byte[] sent = kind.isEmpty() ? body.getValue() : wakeUp("inspect").getBytes(UTF_8);
        Map<String, Object> headers =
            Map.of(POISON, body.getKey() + "-" + queue, "cloudEvents_type", type);
        broker.send("", "aln." + queue, headers, sent);
      }
    }

    UUID asset = creator.upload(Clips.glimpse(folder));

    creator.awaitComplete(asset, LONG);
    for (String poison : bodies.keySet()) {
      for (String queue : new String[] {"inspect", "encode-video", "open-job"}) {
        JsonNode letter = letter(poison + "-" + queue);
        assertThat(letter.path("queue").asText()).isEqualTo("aln." + queue);
        assertThat(letter.path("state").asText()).isEqualTo("parked");
        assertThat(letter.path("cause").asText())
            .isNotBlank()
            .isNotEqualTo("unknown")
            .hasSizeLessThan(10_000);
      }
    }
    assertThat(letter("not-json-inspect").path("body").asText()).isEqualTo("This is no JSON");
    assertThat(letter("not-json-inspect").path("cause").asText()).startsWith("Not JSON");
    assertThat(letter("other-kind-inspect").path("cause").asText()).contains("kind");
  }

  @Test
  void oddHeadersDoNotStopTheDeadLettersThemselves() throws Exception {
    Map<String, Object> odd =
        Map.of(
            POISON,
            "odd",
            "aln-attempts",
            "many",
            "aln-task",
            "none",
            "aln-asset",
            "\u0000 \u0007",
            "cloudEvents_id",
            "1",
            "cloudEvents_type",
            "");
    broker.send("", "aln.inspect", odd, "odd".getBytes(UTF_8));
    Map<String, Object> direct =
        Map.of(POISON, "direct", "aln-attempts", "-1", "aln-cause", "\u0000", "aln-task", "x");
    broker.send("aln.dead-letters", "anything", direct, new byte[] {0, (byte) 0xff});
    broker.send("", "aln.inspect", Map.of(POISON, "plain"), "plain".getBytes(UTF_8));
    broker.send("aln.dead-letters", "anything", Map.of(POISON, "empty"), new byte[0]);
    for (String poison : new String[] {"odd", "direct", "plain", "empty"}) {
      assertThat(letter(poison).path("cause").asText()).as(poison).isNotBlank();
    }
    String untyped = LETTERS + "/" + letter("plain").path("id").asText();
    admin.post(untyped + "/replay").refuses(409);
    assertThat(admin.get(untyped).expect(200).json().path("state").asText()).isEqualTo("parked");
    UUID asset = creator.upload(Clips.glimpse(folder));
    creator.awaitComplete(asset, LONG);
  }

  @Test
  void aWakeUpOfNoTaskIsForgottenAndAnEndOfNoJobIsKept() throws Exception {
    Map<String, Object> late = Map.of(POISON, "late", "cloudEvents_type", "task.inspect");
    broker.send("", "aln.inspect", late, wakeUp("inspect").getBytes(UTF_8));
    Map<String, Object> lost =
        Map.of(POISON, "lost", "cloudEvents_type", "task.done", "cloudEvents_id", "lost");
    broker.send("", "aln.advance-job", lost, identity("encode-video").getBytes(UTF_8));
    JsonNode letter = letter("lost");
    assertThat(letter.path("queue").asText()).isEqualTo("aln.advance-job");
    assertThat(letter.path("cause").asText()).isNotBlank().isNotEqualTo("unknown");
    assertThat(broker.waiting("aln.inspect")).isZero();
    assertThat(find("late")).isNull();
  }

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
    JsonNode letter = awaitLetterOf(asset);
    assertThat(letter.path("attempts").asInt()).isEqualTo(2);
    assertThat(letter.path("type").asText()).startsWith("task.");
    assertThat(letter.toString()).contains("404").doesNotContain("X-Amz-Signature=");

    store.put(Store.RAW, source, film);
    String path = LETTERS + "/" + letter.path("id").asText();
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
    broker.send("", "aln.inspect", Map.of(POISON, "away"), "away".getBytes(UTF_8));
    String path = LETTERS + "/" + letter("away").path("id").asText();
    admin.post(path + "/discard", Map.of()).refuses(400);
    admin.post(path + "/discard", Map.of("reason", "Sent by mistake")).expect(200);
    JsonNode letter = admin.get(path).expect(200).json();
    assertThat(letter.path("state").asText()).isEqualTo("discarded");
    assertThat(letter.path("reason").asText()).isEqualTo("Sent by mistake");
    assertThat(letter.hasNonNull("settledAt")).isTrue();
    admin.post(path + "/replay").refuses(409);
    admin.get(LETTERS + "/" + UUID.randomUUID()).refuses(404);
  }

  @Test
  void aReplayedPoisonComesBackAsANewDeadLetter() throws Exception {
    Map<String, Object> headers = Map.of(POISON, "again", "cloudEvents_type", "task.inspect");
    broker.send("", "aln.inspect", headers, "again and again".getBytes(UTF_8));
    JsonNode first = letter("again");
    admin.post(LETTERS + "/" + first.path("id").asText() + "/replay").expect(202);
    await("a second dead letter")
        .atMost(LONG)
        .until(
            () -> {
              for (JsonNode each : letters("parked")) {
                if (each.path("body").asText().equals("again and again")) {
                  return !each.path("id").equals(first.path("id"));
                }
              }
              return false;
            });
  }

  /** A message that fits the schema of its kind and names nothing that there is. */
  private static String wakeUp(String kind) {
    return identity(kind)
        .replaceFirst(
            "}$",
            ",\"input\":{\"bucket\":\"raw-assets\",\"key\":\"k\"},"
                + "\"output\":{\"bucket\":\"transcoded-assets\",\"prefix\":\"p/\"}}");
  }

  private static String identity(String kind) {
    return "{\"task\":\"%s\",\"job\":\"%s\",\"asset\":\"%s\",\"kind\":\"%s\"}"
        .formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), kind);
  }

  private JsonNode letter(String poison) {
    return await("the dead letter " + poison)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> find(poison), found -> found != null);
  }

  private JsonNode find(String poison) {
    for (JsonNode each : letters("parked")) {
      if (each.path("headers").path(POISON).asText().equals(poison)) {
        return each;
      }
    }
    return null;
  }

  private JsonNode awaitLetterOf(UUID asset) {
    return await("the dead letter of asset " + asset)
        .atMost(LONG)
        .until(
            () -> {
              for (JsonNode each : letters("parked")) {
                if (each.path("assetId").asText().equals(asset.toString())) {
                  return each;
                }
              }
              return null;
            },
            found -> found != null);
  }

  private JsonNode letters(String state) {
    return admin.get(LETTERS + "?limit=100&state=" + state).expect(200).json().path("items");
  }
}
