package aln.fetch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Who does the work; {@link Courses} sees to it that there are not too many. */
@Configuration(proxyBeanMethods = false)
class FetchConfiguration {

  /** Named by the flow alone: whoever looks for any executor must not find this one. */
  @Bean(destroyMethod = "shutdownNow", autowireCandidate = false, defaultCandidate = false)
  ExecutorService fetchThreads() {
    CustomizableThreadFactory threads = new CustomizableThreadFactory("fetch-");
    threads.setDaemon(true);
    return Executors.newCachedThreadPool(threads);
  }
}
