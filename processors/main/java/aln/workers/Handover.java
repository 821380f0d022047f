package aln.workers;

import aln.ConditionalOnService;
import aln.tasks.LeaseLost;
import aln.tasks.Leases;
import aln.tasks.TaskProgress;
import aln.tasks.Tasks;
import aln.tasks.Work;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * How workers stop. At the signal they take nothing more. What is under way gets the grace period
 * to end; what will not end in it, by its own progress, is handed back to the queue at once, and
 * the rest a few seconds before the grace is over. All of it while the routes, the database and the
 * broker still run: Spring stops them in later phases.
 */
@Component
@ConditionalOnService("processing")
public class Handover implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
  private static final long LOOK_MILLIS = 250;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          look -> {
            Thread thread = new Thread(look, "handover");
            thread.setDaemon(true);
            return thread;
          });
  private final WorkerRoutes routes;
  private final Leases leases;
  private final Tasks tasks;
  private final TaskProgress progress;
  private final WorkerSettings settings;
  private volatile boolean running;

  public Handover(
      WorkerRoutes routes,
      Leases leases,
      Tasks tasks,
      TaskProgress progress,
      WorkerSettings settings) {
    this.routes = routes;
    this.leases = leases;
    this.tasks = tasks;
    this.progress = progress;
    this.settings = settings;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** With the web server's graceful end, so that neither waits for the other. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 1024;
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public void stop(Runnable stopped) {
    routes.stop();
    leases.close();
    long end = System.nanoTime() + settings.patience().toNanos();
    clock.scheduleWithFixedDelay(
        () -> {
          if (isSettled(Duration.ofNanos(end - System.nanoTime()))) {
            running = false;
            clock.shutdown();
            stopped.run();
          }
        },
        0,
        LOOK_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  /** Looks once at all that is under way; true when nothing is, or the time is over. */
  boolean isSettled(Duration left) {
    boolean over = left.isNegative() || left.isZero();
    List<Work> under = leases.held();
    under.stream().filter(work -> over || isHopeless(work, left)).forEach(this::handBack);
    return over || leases.held().isEmpty();
  }

  private boolean isHopeless(Work work, Duration left) {
    return progress.remaining(work).filter(more -> more.compareTo(left) > 0).isPresent();
  }

  /** The row first: whoever ends the work later finds its fence taken. */
  private void handBack(Work work) {
    try {
      tasks.release(work);
      LOG.info("Handed back {} {}", work.claim().kind(), work.claim().task());
    } catch (LeaseLost ended) {
      LOG.debug("{}", ended.getMessage());
    } catch (RuntimeException away) {
      LOG.warn("{} waits for its lease to end: {}", work.claim().task(), away.toString());
    }
    leases.drop(work);
  }
}
