package aln.messages;

import aln.sql.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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

  private static final int LONGEST_KEY = 255;

  /** Bytes; Broker-J's frames hold 64 KiB, the hub's own headers among them. */
  private static final int LONGEST_HEADERS = 60_000;

  private final Json json;

  Events(Json json) {
    this.json = json;
  }

  Event read(ResultSet row, int number) throws SQLException {
    return new Event(
        row.getLong("id"),
        row.getObject("event_id", UUID.class),
        row.getString("exchange"),
        row.getString("type"),
        row.getObject("subject", UUID.class),
        json.read(row.getString("headers"), new TypeReference<>() {}),
        row.getString("data"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  /** Whether its routing key and its headers are as short as AMQP and both brokers want them. */
  static boolean fits(Event event) {
    int headers =
        event.headers().entrySet().stream()
            .mapToInt(header -> bytes(header.getKey()) + bytes(header.getValue()))
            .sum();
    return headers <= LONGEST_HEADERS
        && bytes(event.type()) <= LONGEST_KEY
        && event.headers().keySet().stream().allMatch(name -> bytes(name) <= LONGEST_KEY);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
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
    JsonNode tree = json.read(data, JsonNode.class);
    return (tree.isTextual() ? tree.textValue() : data).getBytes(StandardCharsets.UTF_8);
  }
}
