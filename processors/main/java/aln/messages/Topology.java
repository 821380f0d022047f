package aln.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the broker must hold, declared at every connect: the same declarations serve RabbitMQ
 * (quorum queues with a delivery limit, which keep a dead letter until the queue of the dead
 * letters has it) and Broker-J (an alternate binding after one rejected delivery); each ignores the
 * other's arguments. Why arguments and not policies: docs/decisions/006-arguments-and-policies.md.
 */
@Configuration
@EnableConfigurationProperties(MessageSettings.class)
public class Topology {

  /** The topic exchange of all events. */
  public static final String EXCHANGE = "aln";

  /** The exchange and the queue of what was given up. */
  public static final String DEAD_LETTERS = "aln.dead-letters";

  @Bean
  Declarables declarables(MessageSettings settings) {
    var events = new TopicExchange(EXCHANGE);
    var dead = new TopicExchange(DEAD_LETTERS);
    var deadLetters = QueueBuilder.durable(DEAD_LETTERS).quorum().build();
    List<Declarable> all = new ArrayList<>(List.of(events, dead, deadLetters));
    all.add(BindingBuilder.bind(deadLetters).to(dead).with("#"));
    settings.queues().forEach((flow, types) -> all.addAll(queue(flow, types, events, settings)));
    return new Declarables(all);
  }

  private static List<Declarable> queue(
      String flow, List<String> types, TopicExchange events, MessageSettings settings) {
    Queue queue =
        QueueBuilder.durable(EXCHANGE + "." + flow)
            .quorum()
            .deadLetterExchange(DEAD_LETTERS)
            .deadLetterRoutingKey(flow)
            .deliveryLimit(settings.deliveryLimit())
            .overflow(QueueBuilder.Overflow.rejectPublish)
            .withArguments(
                Map.of(
                    "x-dead-letter-strategy",
                    "at-least-once",
                    "x-qpid-maximum-delivery-count",
                    1,
                    "alternateBinding",
                    "{\"destination\":\"" + DEAD_LETTERS + "\"}"))
            .build();
    List<Declarable> declared = new ArrayList<>(List.of(queue));
    for (String type : types) {
      Binding binding = BindingBuilder.bind(queue).to(events).with(type);
      declared.add(binding);
    }
    return declared;
  }
}
