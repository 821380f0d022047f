package aln.intake;

import aln.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How much work waits. Looked at once a second at most, by one request while the others go on. */
@Component
public class Backlog {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Sql sql;
  private final IntakeSettings settings;
  private final InstantSource clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Look last = new Look(Instant.MIN, false);

  @Autowired
  public Backlog(Sql sql, IntakeSettings settings) {
    this(sql, settings, InstantSource.system());
  }

  Backlog(Sql sql, IntakeSettings settings, InstantSource clock) {
    this.sql = sql;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether there is more than this hub works off in a reasonable time. */
  public boolean isFull() {
    if (clock.instant().isAfter(last.until()) && looking.tryLock()) {
      try {
        last = new Look(clock.instant().plus(FRESH), look());
      } finally {
        looking.unlock();
      }
    }
    return last.full();
  }

  private boolean look() {
    Waiting waiting =
        sql.statement("intake/waiting-work")
            .param("jobs", settings.jobs())
            .param("events", settings.events())
            .query(Waiting.class)
            .single();
    return waiting.jobs() >= settings.jobs() || waiting.events() >= settings.events();
  }

  private record Look(Instant until, boolean full) {}

  record Waiting(long jobs, long events) {}
}
