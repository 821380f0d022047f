package aln.consumers;

import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.component.springrabbit.DefaultListenerContainerFactory;
import org.apache.camel.component.springrabbit.SpringRabbitMQEndpoint;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Consumers that come by themselves, and come again, when the broker does: with pauses that grow to
 * half a minute while it is away at the start, every few seconds when it goes away later.
 */
@Component("listeners")
class Listeners extends DefaultListenerContainerFactory {

  private static final double JITTER = 0.25;

  @Override
  public AbstractMessageListenerContainer createListenerContainer(SpringRabbitMQEndpoint endpoint) {
    AbstractMessageListenerContainer container = super.createListenerContainer(endpoint);
    container.setRecoveryBackOff(growing());
    container.setFailedDeclarationRetryInterval(jittered(5000));
    container.setMissingQueuesFatal(false);
    container.setPossibleAuthenticationFailureFatal(false);
    return container;
  }

  private static BackOff growing() {
    var growing = new ExponentialBackOff(1000, 2);
    growing.setMaxInterval(30_000);
    return () -> {
      BackOffExecution pauses = growing.start();
      return () -> jittered(pauses.nextBackOff());
    };
  }

  /** So that what failed together does not return together. */
  private static long jittered(long millis) {
    return Math.round(millis * ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER));
  }
}
