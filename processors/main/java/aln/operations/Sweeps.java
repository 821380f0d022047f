package aln.operations;

import aln.sql.Sql;
import aln.storage.StoreUnavailable;
import aln.tasks.TaskSettings;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rounds through the whole store, step by step: what a step did and where the next one continues is
 * one transaction, whose lock keeps every other sweeper away. A process that ends in the middle
 * leaves the round to the next one.
 */
@Component
public class Sweeps {

  private static final Logger log = LoggerFactory.getLogger(Sweeps.class);

  private final Sql sql;
  private final Sweeper sweeper;
  private final StaleParts parts;
  private final StoredOutputs outputs;
  private final StoredSources sources;
  private final SweepViews views;
  private final SweepSettings settings;
  private final Duration grace;

  /**
   * @param shutdown seconds that a worker gets to finish when it is told to stop
   */
  Sweeps(
      Sql sql,
      Sweeper sweeper,
      StaleParts parts,
      StoredOutputs outputs,
      StoredSources sources,
      SweepViews views,
      SweepSettings settings,
      TaskSettings tasks,
      @Value("${camel.main.shutdown-timeout}") long shutdown) {
    this.sql = sql;
    this.sweeper = sweeper;
    this.parts = parts;
    this.outputs = outputs;
    this.sources = sources;
    this.views = views;
    this.settings = settings;
    this.grace = longer(settings.grace(), tasks.lease().plusSeconds(shutdown));
  }

  /** A worker that lost its task may write until its lease is over and it has stopped. */
  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** Begins a round when it is time for one and none is going on. */
  @Transactional
  public void beginWhenDue() {
    begin(false);
  }

  /** Begins a round if none is going on; answers the one that is. */
  @Transactional
  public Sweep beginNow() {
    begin(true);
    return views.newest();
  }

  private void begin(boolean now) {
    int begun =
        sql.statement("operations/begin-sweep")
            .param("now", now)
            .param("period", settings.period().toString())
            .update();
    if (begun > 0) {
      sql.statement("operations/forget-unwanted").update();
    }
  }

  /** The next step of the round that is going on; answers how many there were, none or one. */
  @Transactional
  public int step() {
    return sql.statement("operations/lock-sweep")
        .query(GoingOn.class)
        .optional()
        .map(this::tryStep)
        .orElse(0);
  }

  /** A store that is away does not end the round; it goes on in a minute. */
  private int tryStep(GoingOn round) {
    try {
      step(round);
      return 1;
    } catch (StoreUnavailable away) {
      log.warn("The sweep of the store pauses for a minute. {}", away.getMessage());
      pause(round, away);
      return 0;
    }
  }

  private void pause(GoingOn round, StoreUnavailable why) {
    sql.statement("operations/pause-sweep")
        .param("id", round.id())
        .param("failure", why.getMessage())
        .update();
  }

  private void step(GoingOn round) {
    switch (round.station()) {
      case "outputs" -> note(round, page(outputs, round), "sources");
      case "sources" -> note(round, page(sources, round), "parts");
      default -> {
        note(round, "parts", null, new Swept(0, 0, 0, 0, List.of(), null), abortStale(round));
        finish(round);
      }
    }
  }

  private Swept page(Register register, GoingOn round) {
    return sweeper.page(register, "", round.after(), grace);
  }

  private void note(GoingOn round, Swept page, String nextStation) {
    note(round, page.next() == null ? nextStation : round.station(), page.next(), page, 0);
  }

  /** Not every store tells of such uploads; the round does not fail for that. */
  private int abortStale(GoingOn round) {
    try {
      parts.abortEnded();
      return parts.abortUnknown(grace);
    } catch (StoreUnavailable unsupported) {
      pause(round, unsupported);
      return 0;
    }
  }

  private void note(
      GoingOn round, String station, @Nullable String after, Swept page, int aborted) {
    sql.statement("operations/note-step")
        .param("id", round.id())
        .param("station", station)
        .param("after", after)
        .param("lookedAt", page.lookedAt())
        .param("deleted", page.deleted())
        .param("bytes", page.bytes())
        .param("aborted", aborted)
        .param("strange", page.strange())
        .param("examples", page.examples().toArray(String[]::new))
        .update();
  }

  private void finish(GoingOn round) {
    sql.statement("operations/finish-sweep").param("id", round.id()).update();
    Sweep done = views.newest();
    if (done.deleted() + done.aborted() + done.strange() > 0) {
      log.info(
          "Swept the store: deleted {} of {} objects ({} bytes) and {} unfinished uploads; left {} alone that are not this hub's {}",
          done.deleted(),
          done.lookedAt(),
          done.bytes(),
          done.aborted(),
          done.strange(),
          done.examples());
    }
  }

  /** The round's row, locked. */
  record GoingOn(UUID id, String station, @Nullable String after) {}
}
