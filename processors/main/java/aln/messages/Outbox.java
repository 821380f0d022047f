package aln.messages;

import aln.sql.Json;
import aln.sql.Sql;
import aln.tracing.Trace;
import aln.tracing.TracedSteps;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where events wait until the broker has confirmed them. Written only inside the transaction that
 * made the event true, so that neither happens without the other.
 */
@Component
public class Outbox {

  private final Sql sql;
  private final Json json;

  public Outbox(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /**
   * Announces an event.
   *
   * @param type CloudEvents type and routing key, such as {@code task.done}
   * @param asset the subject; events of one asset leave in the order they were written
   * @param data the body; must fit {@code openapi/messages/<type>.v1.json}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void announce(String type, UUID asset, Object data) {
    write(Topology.EXCHANGE, type, asset, Map.of(), data);
  }

  /** Sends what was given up to the dead-letter exchange, with headers that tell the cause. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void bury(String type, @Nullable UUID asset, Map<String, String> headers, Object data) {
    write(Topology.DEAD_LETTERS, type, asset, headers, data);
  }

  /** Sends a message once more, as its text was. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void resend(String type, String body) {
    write(Topology.EXCHANGE, type, null, Map.of(), body);
  }

  private void write(
      String exchange,
      String type,
      @Nullable UUID asset,
      Map<String, String> headers,
      Object data) {
    sql.statement("messages/write-event")
        .param("exchange", exchange)
        .param("type", type)
        .param("subject", asset)
        .param("headers", json.text(traced(headers)))
        .param("data", json.text(data))
        .update();
  }

  /** Whatever leaves belongs to the trace of what made it true. */
  private static Map<String, String> traced(Map<String, String> headers) {
    Map<String, String> traced = new TreeMap<>(headers);
    traced.put(TracedSteps.HEADER, Trace.here().header());
    return traced;
  }
}
