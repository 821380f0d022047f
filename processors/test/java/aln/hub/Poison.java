package aln.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.rabbitmq.client.AMQP.BasicProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What no flow can use is kept with its cause, whatever it is, and blocks nobody. */
abstract class Poison extends HubWithLetters {

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
            Map.of(Letters.MARK, body.getKey() + "-" + queue, "cloudEvents_type", type);
        broker.send("", "aln." + queue, headers, sent);
      }
    }

    UUID asset = creator.upload(Clips.glimpse(folder));

    creator.awaitComplete(asset, LONG);
    for (String poison : bodies.keySet()) {
      for (String queue : new String[] {"inspect", "encode-video", "open-job"}) {
        JsonNode letter = letters.await(poison + "-" + queue);
        assertThat(letter.path("queue").asText()).isEqualTo("aln." + queue);
        assertThat(letter.path("state").asText()).isEqualTo("parked");
        assertThat(letter.path("cause").asText())
            .isNotBlank()
            .isNotEqualTo("unknown")
            .hasSizeLessThan(10_000);
      }
    }
    assertThat(letters.await("not-json-inspect").path("body").asText())
        .isEqualTo("This is no JSON");
    assertThat(letters.await("not-json-inspect").path("cause").asText()).startsWith("Not JSON");
    assertThat(letters.await("other-kind-inspect").path("cause").asText()).contains("kind");
  }

  @Test
  void oddHeadersDoNotStopTheDeadLettersThemselves() throws Exception {
    Map<String, Object> odd =
        Map.of(
            Letters.MARK,
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
        Map.of(
            Letters.MARK, "direct", "aln-attempts", "-1", "aln-cause", "\u0000", "aln-task", "x");
    broker.send("aln.dead-letters", "anything", direct, new byte[] {0, (byte) 0xff});
    broker.send("", "aln.inspect", Map.of(Letters.MARK, "plain"), "plain".getBytes(UTF_8));
    broker.send("aln.dead-letters", "anything", Map.of(Letters.MARK, "empty"), new byte[0]);
    for (String poison : new String[] {"odd", "direct", "plain", "empty"}) {
      assertThat(letters.await(poison).path("cause").asText()).as(poison).isNotBlank();
    }
    String untyped = Letters.PATH + "/" + letters.await("plain").path("id").asText();
    admin.post(untyped + "/replay").refuses(409);
    assertThat(admin.get(untyped).expect(200).json().path("state").asText()).isEqualTo("parked");
    UUID asset = creator.upload(Clips.glimpse(folder));
    creator.awaitComplete(asset, LONG);
  }

  @Test
  void aWakeUpOfNoTaskIsForgottenAndAnEndOfNoJobIsKept() throws Exception {
    Map<String, Object> late = Map.of(Letters.MARK, "late", "cloudEvents_type", "task.inspect");
    broker.send("", "aln.inspect", late, wakeUp("inspect").getBytes(UTF_8));
    Map<String, Object> lost =
        Map.of(Letters.MARK, "lost", "cloudEvents_type", "task.done", "cloudEvents_id", "lost");
    broker.send("", "aln.advance-job", lost, identity("encode-video").getBytes(UTF_8));
    JsonNode letter = letters.await("lost");
    assertThat(letter.path("queue").asText()).isEqualTo("aln.advance-job");
    assertThat(letter.path("cause").asText()).isNotBlank().isNotEqualTo("unknown");
    assertThat(broker.waiting("aln.inspect")).isZero();
    assertThat(letters.find("state=parked", "/headers/" + Letters.MARK, "late")).isNull();
  }

  @Test
  void whatAMessageSaysOfItsEncodingStopsNobody() throws Exception {
    for (String queue : new String[] {"aln.inspect", "aln.open-job", "aln.dead-letters"}) {
      broker.send(
          "",
          queue,
          marked("charset" + queue)
              .contentType("text/plain")
              .contentEncoding("no-such-charset")
              .build(),
          "x".getBytes(UTF_8));
      broker.send(
          "",
          queue,
          marked("java" + queue).contentType("application/x-java-serialized-object").build(),
          new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 1});
      letters.await("charset" + queue);
      letters.await("java" + queue);
    }
  }

  @Test
  void headersOfEveryTypeAndLengthAreKeptOrLeftOut() throws Exception {
    Map<String, Object> headers = new HashMap<>();
    headers.put("table", Map.of("in", Map.of("deep", List.of(1, "two", Map.of("three", true)))));
    headers.put("array", List.of("a", List.of(1L, new byte[] {1, 0, 2})));
    headers.put("bytes", new byte[] {0, (byte) 0xff, 65});
    headers.put("time", Date.from(Instant.EPOCH));
    headers.put("decimal", new BigDecimal("1.5"));
    headers.put("nothing", null);
    headers.put("nul\0name", "nul\0value");
    headers.put("n".repeat(255), "long name");
    headers.put("\u00e9".repeat(127), "long name in bytes");
    headers.put("long", "\u00e9".repeat(10_000));
    headers.put("cloudEvents_traceparent", "00-none");
    headers.put("x-death", "none");
    for (String type : new String[] {"task.inspect", random(9_000), "t\u00e9st\0", "*.#"}) {
      headers.put("cloudEvents_type", type);
      for (String queue : new String[] {"aln.inspect", "aln.open-job", "aln.dead-letters"}) {
        String mark = queue + type.length();
        headers.put(Letters.MARK, mark);
        headers.put("cloudEvents_id", random(9_000)); // the same message would be kept once
        headers.put("aln-queue", queue.equals("aln.dead-letters") ? random(9_000) : queue);
        broker.send("", queue, headers, "odd".getBytes(UTF_8));
        JsonNode letter = letters.await(mark);
        assertThat(letter.path("headers").path("time").asText()).isNotBlank();
        assertThat(letter.path("code").asText()).matches("[a-z-]+");
      }
    }
    assertThat(letters.await("aln.inspect12").path("headers").path("table").asText())
        .contains("three");
  }

  @Test
  void aTextTooLongForItsPatternIsRefusedLikeAnyOther() throws Exception {
    String kind = "a" + "-a".repeat(300_000);
    Map<String, Object> headers =
        Map.of(Letters.MARK, "long-kind", "cloudEvents_type", "task.done");
    broker.send("", "aln.advance-job", headers, identity(kind).getBytes(UTF_8));
    assertThat(letters.await("long-kind").path("code").asText()).isEqualTo("invalid-message");
  }

  @Test
  void aThousandInAQueueHoldUpTheGoodOneBehindThemByLittle() throws Exception {
    Map<String, Object> garbage = Map.of("cloudEvents_type", "task.inspect");
    Map<String, Object> late = Map.of("cloudEvents_type", "task.done");
    byte[] binary = new byte[200];
    new java.util.Random(7).nextBytes(binary);
    for (int i = 0; i < 1_000; i++) {
      broker.publish("aln.inspect", garbage, binary);
      if (i % 10 == 0) {
        broker.publish("aln.advance-job", late, identity("encode-video").getBytes(UTF_8));
      }
    }
    broker.confirmed();
    creator.awaitComplete(creator.upload(Clips.glimpse(folder)), LONG);

    await("all of them")
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(letters.count("aln.inspect", "invalid-message"))
                    .isGreaterThanOrEqualTo(1_000));
    await("the late ones")
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(letters.count("aln.advance-job", "event-failed"))
                    .isGreaterThanOrEqualTo(100));
    settleAll(Map.of("queue", "aln.inspect", "code", "invalid-message"), 1_000);
    settleAll(Map.of("queue", "aln.advance-job", "code", "event-failed"), 100);
  }

  private void settleAll(Map<String, String> filter, int atLeast) {
    int done = 0;
    Map<String, Object> request =
        new HashMap<>(Map.of("filter", filter, "reason", "A test sent them"));
    JsonNode settled;
    do {
      settled = letters.discard(request);
      done += settled.path("done").asInt();
      assertThat(settled.path("refused").asInt()).isZero();
      assertThat(settled.path("results").size()).isLessThanOrEqualTo(100);
      request.put("cursor", settled.path("nextCursor").asText());
    } while (settled.has("nextCursor"));
    assertThat(done).isGreaterThanOrEqualTo(atLeast);
    assertThat(letters.count(filter.get("queue"), filter.get("code"))).isZero();
  }

  private static BasicProperties.Builder marked(String mark) {
    Map<String, Object> headers = Map.of(Letters.MARK, mark, "cloudEvents_type", "task.inspect");
    return new BasicProperties.Builder().deliveryMode(2).headers(headers);
  }

  /** Nothing that can be compressed. */
  private static String random(int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(UUID.randomUUID());
    }
    return text.substring(0, length);
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
}
