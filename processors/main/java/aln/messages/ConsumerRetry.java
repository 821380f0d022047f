package aln.messages;

import java.util.Map;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.rabbit.config.RetryInterceptorBuilder;
import org.springframework.classify.BinaryExceptionClassifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.interceptor.RetryOperationsInterceptor;
import org.springframework.retry.policy.BinaryExceptionClassifierRetryPolicy;

/**
 * What a consumer does with a failure that its route could not handle, because the database or the
 * store is away: keep the message and try again, with pauses up to half a minute, until it works.
 * Nothing is dropped meanwhile.
 */
@Configuration
public class ConsumerRetry {

  @Bean
  RetryOperationsInterceptor workerRetry() {
    var allButRejected =
        new BinaryExceptionClassifier(Map.of(AmqpRejectAndDontRequeueException.class, false), true);
    allButRejected.setTraverseCauses(true);
    RetryPolicy policy = new BinaryExceptionClassifierRetryPolicy(allButRejected);
    return RetryInterceptorBuilder.stateless()
        .retryPolicy(policy)
        .backOffOptions(500, 2, 30_000)
        .build();
  }
}
