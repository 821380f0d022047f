package aln.messages;

import static org.assertj.core.api.Assertions.assertThat;

import aln.sql.Json;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;

class EventsTest {

  private static final UUID ID = UUID.randomUUID();
  private static final UUID ASSET = UUID.randomUUID();
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

  private final Events events = new Events(new Json(new ObjectMapper()));

  @Test
  void speaksCloudEventsInBinaryMode() {
    Message message = events.message(event(ASSET, Map.of(), "{\"asset\":1}"));
    assertThat(message.getMessageProperties().getHeaders())
        .containsEntry("cloudEvents_specversion", "1.0")
        .containsEntry("cloudEvents_id", ID.toString())
        .containsEntry("cloudEvents_source", "/aln")
        .containsEntry("cloudEvents_type", "asset.deleted")
        .containsEntry("cloudEvents_time", "2026-01-02T03:04:05.678Z")
        .containsEntry("cloudEvents_subject", ASSET.toString())
        .containsEntry("cloudEvents_dataschema", "/messages/asset.deleted.v1.json");
    assertThat(body(message)).isEqualTo("{\"asset\":1}");
  }

  @Test
  void outlivesTheBroker() {
    Message message = events.message(event(ASSET, Map.of(), "{}"));
    assertThat(message.getMessageProperties().getDeliveryMode())
        .isEqualTo(MessageDeliveryMode.PERSISTENT);
    assertThat(message.getMessageProperties().getMessageId()).isEqualTo(ID.toString());
  }

  @Test
  void carriesAGivenUpTextAsItWas() {
    Message message =
        events.message(event(null, Map.of("aln-cause", "Not JSON"), "\"{\\\"a\\\":\""));
    assertThat(body(message)).isEqualTo("{\"a\":");
    assertThat(message.getMessageProperties().getHeaders())
        .containsEntry("aln-cause", "Not JSON")
        .doesNotContainKey("cloudEvents_subject");
  }

  private static Event event(UUID subject, Map<String, String> headers, String data) {
    return new Event(1, ID, "aln", "asset.deleted", subject, headers, data, TIME);
  }

  private static String body(Message message) {
    return new String(message.getBody(), StandardCharsets.UTF_8);
  }
}
