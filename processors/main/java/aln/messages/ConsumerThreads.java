package aln.messages;

import java.util.concurrent.Executors;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * A thread for every consumer that is busy. RabbitMQ's client would share two for each core among
 * all consumers of a connection, and a few tasks of minutes, or failed messages that wait for their
 * next try, would hold up every event behind them. Prefetch and the number of consumers bound how
 * many are busy.
 */
@Component
class ConsumerThreads implements BeanPostProcessor {

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof CachingConnectionFactory broker) {
      broker.setExecutor(
          Executors.newCachedThreadPool(
              work -> {
                Thread thread = new Thread(work, "consumer");
                thread.setDaemon(true);
                return thread;
              }));
    }
    return bean;
  }
}
