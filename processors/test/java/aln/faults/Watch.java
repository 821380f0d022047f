package aln.faults;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;

/**
 * Looks all the time, while a fault and its recovery go on, whether somebody could see half of
 * something: what an undisturbed run cannot tell, since the same mistake would be in it.
 */
final class Watch implements AutoCloseable {

  private static final Duration PERIOD = Duration.ofMillis(100);

  private final Outcome outcome;
  private final Set<String> seen = new TreeSet<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "watch");
            thread.setDaemon(true);
            return thread;
          });

  Watch(Outcome outcome) {
    this.outcome = outcome;
    clock.scheduleWithFixedDelay(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    try {
      seen.addAll(outcome.brokenPromises());
    } catch (DataAccessException away) {
      // The database is what the scenario has taken away; the next look sees what came of it.
    }
  }

  /** Everything that was seen and must never be, a last look included. */
  synchronized Set<String> broken() {
    seen.addAll(outcome.brokenPromises());
    return Set.copyOf(seen);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
