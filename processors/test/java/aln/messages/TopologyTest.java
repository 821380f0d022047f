package aln.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;

class TopologyTest {

  private final Declarables declared =
      new Topology()
          .declarables(
              new MessageSettings(Map.of("advance-job", List.of("task.done", "task.failed")), 20));

  @Test
  void declaresTheTwoExchangesForGood() {
    assertThat(declared.getDeclarablesByType(TopicExchange.class))
        .allMatch(exchange -> exchange.isDurable() && !exchange.isAutoDelete())
        .extracting(TopicExchange::getName)
        .containsExactlyInAnyOrder("aln", "aln.dead-letters");
  }

  @Test
  void keepsEveryQueueOnSeveralMachines() {
    assertThat(declared.getDeclarablesByType(Queue.class))
        .allMatch(Queue::isDurable)
        .allSatisfy(
            queue -> assertThat(queue.getArguments()).containsEntry("x-queue-type", "quorum"))
        .extracting(Queue::getName)
        .containsExactlyInAnyOrder("aln.advance-job", "aln.dead-letters");
  }

  @Test
  void bindsAQueueToEachOfItsEvents() {
    assertThat(bindings("aln.advance-job"))
        .allMatch(binding -> binding.getExchange().equals("aln"))
        .extracting(Binding::getRoutingKey)
        .containsExactly("task.done", "task.failed");
  }

  @Test
  void keepsWhateverTheBrokerGivesUp() {
    assertThat(queue("aln.advance-job").getArguments())
        .containsEntry("x-dead-letter-exchange", "aln.dead-letters")
        .containsEntry("x-delivery-limit", 20)
        .containsEntry("x-dead-letter-strategy", "at-least-once")
        .containsEntry("x-overflow", "reject-publish")
        .containsEntry("x-qpid-maximum-delivery-count", 1)
        .containsEntry("alternateBinding", "{\"destination\":\"aln.dead-letters\"}");
    assertThat(bindings("aln.dead-letters"))
        .singleElement()
        .matches(binding -> binding.getExchange().equals("aln.dead-letters"))
        .matches(binding -> binding.getRoutingKey().equals("#"));
  }

  @Test
  void deadLettersDoNotDie() {
    assertThat(queue("aln.dead-letters").getArguments())
        .doesNotContainKey("x-dead-letter-exchange");
  }

  private Queue queue(String name) {
    return declared.getDeclarablesByType(Queue.class).stream()
        .filter(queue -> queue.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<Binding> bindings(String queue) {
    return declared.getDeclarablesByType(Binding.class).stream()
        .filter(binding -> binding.getDestination().equals(queue))
        .toList();
  }
}
