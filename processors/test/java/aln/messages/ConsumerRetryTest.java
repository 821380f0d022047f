package aln.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.retry.interceptor.RetryOperationsInterceptor;

class ConsumerRetryTest {

  interface Listener {
    void onMessage(Object channel, Message message);
  }

  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void keepsAMessageUntilItsTurnWorks() {
    consume(
        new ConsumerRetry().workerRetry(),
        () -> {
          if (tries.incrementAndGet() < 3) {
            throw new IllegalStateException("no database");
          }
        });
    assertThat(tries).hasValue(3);
  }

  @Test
  void givesAMessageBackWhenItTookTooLong() {
    assertThatThrownBy(
            () ->
                consume(
                    ConsumerRetry.keeping(Duration.ofMillis(1)),
                    () -> {
                      tries.incrementAndGet();
                      throw new IllegalStateException("no database");
                    }))
        .isInstanceOf(ImmediateRequeueAmqpException.class)
        .hasRootCauseMessage("no database");
    assertThat(tries.get()).isBetween(1, 2);
  }

  @Test
  void neverTriesARejectedMessageAgain() {
    assertThatThrownBy(
            () ->
                consume(
                    new ConsumerRetry().workerRetry(),
                    () -> {
                      tries.incrementAndGet();
                      throw new AmqpRejectAndDontRequeueException("not for us");
                    }))
        .isInstanceOf(AmqpRejectAndDontRequeueException.class);
    assertThat(tries).hasValue(1);
  }

  private static void consume(RetryOperationsInterceptor retry, Runnable route) {
    var proxy = new ProxyFactory(Listener.class, retry);
    proxy.setTarget((Listener) (channel, message) -> route.run());
    ((Listener) proxy.getProxy()).onMessage("channel", new Message(new byte[0]));
  }
}
