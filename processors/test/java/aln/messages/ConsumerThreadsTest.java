package aln.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.test.util.ReflectionTestUtils;

class ConsumerThreadsTest {

  private static final int BUSY = 50;

  @Test
  void givesEveryBusyConsumerAThread() throws Exception {
    var broker = new CachingConnectionFactory();
    new ConsumerThreads().postProcessBeforeInitialization(broker, "broker");
    var threads = (ExecutorService) ReflectionTestUtils.getField(broker, "executorService");
    assertThat(threads).isNotNull();
    var allAtOnce = new CountDownLatch(BUSY);
    for (int i = 0; i < BUSY; i++) {
      threads.execute(
          () -> {
            allAtOnce.countDown();
            awaitThe(allAtOnce);
          });
    }
    assertThat(allAtOnce.await(20, TimeUnit.SECONDS)).as("none waits for another").isTrue();
    threads.shutdownNow();
  }

  @Test
  void leavesOtherBeansAlone() {
    Object other = new Object();
    assertThat(new ConsumerThreads().postProcessBeforeInitialization(other, "other"))
        .isSameAs(other);
  }

  private static void awaitThe(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
