package aln.messages;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param queues flow name → the event types its queue takes in
 * @param deliveryLimit how often RabbitMQ hands one message out before it is dead-lettered; stops
 *     only a crash loop of the consumer, as attempts are counted in the database
 */
@ConfigurationProperties("aln.messages")
public record MessageSettings(
    Map<String, List<String>> queues, @DefaultValue("20") int deliveryLimit) {

  /** Whether some queue takes in messages of this type. */
  public boolean takes(String type) {
    return queues.values().stream().anyMatch(types -> types.contains(type));
  }
}
