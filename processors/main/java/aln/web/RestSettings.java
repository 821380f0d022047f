package aln.web;

import aln.tracing.Trace;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.context.Scope;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.task.DelegatingSecurityContextAsyncTaskExecutor;

/** How Camel serves HTTP: its threads know the caller, its JSON becomes records. */
@Configuration(proxyBeanMethods = false)
class RestSettings {

  private static final int REQUESTS_AT_ONCE = 64;
  private static final int REQUESTS_WAITING = 1000;

  /** Requests of flows run here; platform-http looks for exactly this type. */
  @Bean(defaultCandidate = false)
  ThreadPoolTaskExecutor restThreads() {
    ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    threads.setThreadNamePrefix("rest-");
    threads.setCorePoolSize(REQUESTS_AT_ONCE);
    threads.setMaxPoolSize(REQUESTS_AT_ONCE);
    threads.setQueueCapacity(REQUESTS_WAITING);
    threads.setAllowCoreThreadTimeOut(true);
    threads.setTaskDecorator(RestSettings::traced);
    return threads;
  }

  /** A flow works for the trace of its request. */
  private static Runnable traced(Runnable work) {
    Trace trace = Trace.here();
    return () -> {
      try (Scope scope = trace.enter()) {
        work.run();
      }
    };
  }

  @Bean
  DelegatingSecurityContextAsyncTaskExecutor applicationTaskExecutor(
      @Qualifier("restThreads") ThreadPoolTaskExecutor restThreads) {
    return new DelegatingSecurityContextAsyncTaskExecutor(restThreads);
  }

  @Bean
  CamelContextConfiguration jsonBecomesRecords(ObjectMapper json) {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext camel) {
        camel.getTypeConverterRegistry().addFallbackTypeConverter(new RecordConverter(json), false);
      }

      @Override
      public void afterApplicationStart(CamelContext camel) {}
    };
  }
}
