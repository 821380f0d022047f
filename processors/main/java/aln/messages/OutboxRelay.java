package aln.messages;

import aln.sql.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes what waits in the outbox, mandatory and with correlated publisher confirms, and forgets
 * an event only when the broker has confirmed and routed it. Runs as often as it likes, anywhere:
 * at most one works at a time.
 */
@Component
public class OutboxRelay {

  private static final int BATCH = 100;
  private static final Duration CONFIRMATION = Duration.ofSeconds(10);

  private final Sql sql;
  private final RabbitTemplate broker;
  private final Events events;

  public OutboxRelay(Sql sql, RabbitTemplate broker, Events events) {
    this.sql = sql;
    this.broker = broker;
    this.events = events;
  }

  /**
   * Publishes the next batch; answers how many events it handled, so that a poller knows to come
   * back at once.
   */
  @Transactional
  public int relay() {
    if (!sql.statement("messages/be-only-relay").query(Boolean.class).single()) {
      return 0;
    }
    List<Event> batch =
        sql.statement("messages/next-events").param("limit", BATCH).query(events::read).list();
    forget(delivered(send(batch)));
    return batch.size();
  }

  /** All on one channel: that keeps their order. */
  private Map<Event, CorrelationData> send(List<Event> batch) {
    Map<Event, CorrelationData> sent = new LinkedHashMap<>();
    batch.forEach(event -> sent.put(event, new CorrelationData(event.eventId().toString())));
    try {
      broker.<Void>invoke(
          channel -> {
            sent.forEach((event, confirmation) -> send(channel, event, confirmation));
            return null;
          });
    } catch (AmqpException away) {
      sent.values().forEach(confirmation -> confirmation.getFuture().completeExceptionally(away));
    }
    return sent;
  }

  /**
   * One that no broker can take holds up no other. The client must not meet it: it would count it,
   * the broker would not, and every confirmation after it would be taken for another event's.
   */
  private void send(RabbitOperations channel, Event event, CorrelationData confirmation) {
    if (Events.fits(event)) {
      channel.send(event.exchange(), event.type(), events.message(event), confirmation);
    } else {
      confirmation
          .getFuture()
          .completeExceptionally(new IllegalArgumentException("too long for a frame"));
    }
  }

  private List<Long> delivered(Map<Event, CorrelationData> sent) {
    List<Long> delivered = new ArrayList<>();
    Set<UUID> heldBack = new HashSet<>();
    sent.forEach(
        (event, confirmation) -> {
          String failure = failure(confirmation);
          if (failure != null) {
            sql.statement("messages/delay-event")
                .param("id", event.id())
                .param("failure", failure)
                .update();
          }
          UUID subject = event.subject();
          if (failure == null && (subject == null || !heldBack.contains(subject))) {
            delivered.add(event.id());
          } else if (subject != null) {
            heldBack.add(subject);
          }
        });
    return delivered;
  }

  private static @Nullable String failure(CorrelationData confirmation) {
    try {
      var confirm = confirmation.getFuture().get(CONFIRMATION.toMillis(), TimeUnit.MILLISECONDS);
      if (confirmation.getReturned() != null) {
        return "No queue takes it: " + confirmation.getReturned().getReplyText();
      }
      return confirm.isAck() ? null : "The broker refused it; perhaps no queue takes it.";
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return "Interrupted before the broker confirmed.";
    } catch (ExecutionException | TimeoutException unconfirmed) {
      return "Not confirmed: " + unconfirmed;
    }
  }

  private void forget(List<Long> ids) {
    if (!ids.isEmpty()) {
      sql.statement("messages/forget-events").param("ids", ids).update();
    }
  }
}
