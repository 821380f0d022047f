package aln.messages;

import com.google.common.base.Throwables;
import java.time.Duration;
import java.util.Map;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.config.RetryInterceptorBuilder;
import org.springframework.classify.BinaryExceptionClassifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.interceptor.RetryOperationsInterceptor;
import org.springframework.retry.policy.BinaryExceptionClassifierRetryPolicy;
import org.springframework.retry.policy.CompositeRetryPolicy;
import org.springframework.retry.policy.TimeoutRetryPolicy;

/**
 * What a consumer does with a failure that its route could not handle, because the database or the
 * store is away: keep the message and try again, with pauses up to half a minute. After ten minutes
 * it gives the message back to the queue, long before RabbitMQ takes the consumer for dead (after
 * 30 minutes without an acknowledgement), and takes it again: the delivery limit of 20 bears hours
 * of that. Nothing is dropped meanwhile.
 */
@Configuration
public class ConsumerRetry {

  private static final Duration KEPT = Duration.ofMinutes(10);

  @Bean
  RetryOperationsInterceptor workerRetry() {
    return keeping(KEPT);
  }

  static RetryOperationsInterceptor keeping(Duration time) {
    var allButRejected =
        new BinaryExceptionClassifier(Map.of(AmqpRejectAndDontRequeueException.class, false), true);
    allButRejected.setTraverseCauses(true);
    var both = new CompositeRetryPolicy();
    both.setPolicies(
        new RetryPolicy[] {
          new BinaryExceptionClassifierRetryPolicy(allButRejected),
          new TimeoutRetryPolicy(time.toMillis())
        });
    return RetryInterceptorBuilder.stateless()
        .retryPolicy(both)
        .backOffOptions(500, 2, 30_000)
        .recoverer(ConsumerRetry::giveBack)
        .build();
  }

  /** Without these words Spring would take the message for done. */
  private static void giveBack(Message message, Throwable failure) {
    if (Throwables.getCausalChain(failure).stream()
        .anyMatch(AmqpRejectAndDontRequeueException.class::isInstance)) {
      throw new AmqpRejectAndDontRequeueException("Rejected by its route", failure);
    }
    throw new ImmediateRequeueAmqpException("Given back after a while of failures", failure);
  }
}
