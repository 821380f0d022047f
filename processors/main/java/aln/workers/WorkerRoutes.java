package aln.workers;

import aln.ConditionalOnService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The consumers of this process's workers. A suspended one takes no message; what it works on goes
 * on. Suspending waits for that, so each consumer has a thread of its own for it.
 */
@Component
@ConditionalOnService("processing")
public class WorkerRoutes implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerRoutes.class);
  private static final String WORKER = "-worker";

  private final Map<String, ExecutorService> threads = new ConcurrentHashMap<>();
  private final CamelContext camel;
  private boolean suspended;
  private boolean stopped;

  public WorkerRoutes(CamelContext camel) {
    this.camel = camel;
  }

  /** Takes nothing until {@link #resume}. */
  public synchronized void suspend(String reason) {
    if (!suspended) {
      suspended = true;
      LOG.warn("Workers take nothing for now. {}", reason);
      each(ServiceHelper::suspendService);
    }
  }

  /** Takes tasks again, unless it was stopped; nothing happens where nothing was suspended. */
  public synchronized void resume() {
    if (suspended && !stopped) {
      suspended = false;
      LOG.info("Workers take tasks again.");
      each(ServiceHelper::resumeService);
    }
  }

  /** Takes nothing any more. */
  synchronized void stop() {
    stopped = true;
    if (!suspended) {
      suspended = true;
      each(ServiceHelper::suspendService);
    }
  }

  private void each(java.util.function.Consumer<Consumer> command) {
    for (Route route : camel.getRoutes()) {
      if (route.getRouteId().endsWith(WORKER)) {
        threads
            .computeIfAbsent(route.getRouteId(), WorkerRoutes::thread)
            .execute(() -> command.accept(route.getConsumer()));
      }
    }
  }

  private static ExecutorService thread(String route) {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work, "mind " + route);
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public void destroy() {
    threads.values().forEach(ExecutorService::shutdownNow);
  }
}
