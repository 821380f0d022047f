package aln.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.stereotype.Component;

/**
 * Turns outbox rows into messages: CloudEvents 1.0 in binary mode (AMQP binding with the prefix
 * {@code cloudEvents_}), a JSON body, persistent.
 */
@Component
class Events {

  private final ObjectMapper json;

  Events(ObjectMapper json) {
    this.json = json;
  }

  Event read(ResultSet row, int number) throws SQLException {
    return new Event(
        row.getLong("id"),
        row.getObject("event_id", UUID.class),
        row.getString("exchange"),
        row.getString("type"),
        row.getObject("subject", UUID.class),
        headers(row.getString("headers")),
        row.getString("data"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  Message message(Event event) {
    var message =
        MessageBuilder.withBody(body(event.data()))
            .setContentType("application/json")
            .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
            .setMessageId(event.eventId().toString())
            .setHeader("cloudEvents_specversion", "1.0")
            .setHeader("cloudEvents_id", event.eventId().toString())
            .setHeader("cloudEvents_source", "/aln")
            .setHeader("cloudEvents_type", event.type())
            .setHeader("cloudEvents_time", event.time().toString())
            .setHeader("cloudEvents_dataschema", "/messages/" + event.type() + ".v1.json");
    if (event.subject() != null) {
      message.setHeader("cloudEvents_subject", event.subject().toString());
    }
    event.headers().forEach(message::setHeader);
    return message.build();
  }

  /**
   * The data as it is; a JSON string stands for a text that may be no JSON, as dead letters hold
   * it.
   */
  private byte[] body(String data) {
    try {
      JsonNode tree = json.readTree(data);
      return (tree.isTextual() ? tree.textValue() : data).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("An outbox row holds no JSON", broken);
    }
  }

  private Map<String, String> headers(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("An outbox row holds no JSON headers", broken);
    }
  }
}
