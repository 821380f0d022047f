package aln.tasks;

import aln.media.MediaRefused;
import aln.messages.Outbox;
import aln.sql.Json;
import aln.sql.Sql;
import aln.tracing.Trace;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a claimed task ends: committed, refused, or tried again later and at last given up. */
@Component
public class Tasks {

  static final String STOPPING = "Its worker was told to stop.";

  private final Sql sql;
  private final Outbox outbox;
  private final Claims claims;
  private final Tracks tracks;
  private final SecondSets secondSets;
  private final Posters posters;
  private final Retries retries;
  private final Setbacks setbacks;
  private final Json json;

  public Tasks(
      Sql sql,
      Outbox outbox,
      Claims claims,
      Tracks tracks,
      SecondSets secondSets,
      Posters posters,
      Retries retries,
      Setbacks setbacks,
      Json json) {
    this.sql = sql;
    this.outbox = outbox;
    this.claims = claims;
    this.tracks = tracks;
    this.secondSets = secondSets;
    this.posters = posters;
    this.retries = retries;
    this.setbacks = setbacks;
    this.json = json;
  }

  /**
   * Makes the work visible: the task's row, all its segments and the event, or nothing of it.
   *
   * @param result kept as JSON; the segments of a {@link Stored} go into the tables of renditions,
   *     those of a second set once it is whole, the best of {@link StoredThumbnails} may become the
   *     poster, what waits for {@link StoredPieces} begins
   * @throws LeaseLost when the fence is not the row's any more
   */
  @Transactional
  public void commit(Work work, Object result) {
    if (SecondSets.has(work)) {
      secondSets.awaitTurn(work);
    }
    claims.complete(work.claim(), json.text(result));
    if (SecondSets.has(work)) {
      secondSets.show(work);
    } else if (result instanceof Stored stored) {
      tracks.complete(work, stored.tracks());
    }
    if (result instanceof StoredPieces) {
      claims.wakeAfter(work.claim());
    }
    if (result instanceof StoredThumbnails stills) {
      posters.adopt(work, stills);
    }
    announce("task.done", work.claim(), Map.of());
  }

  /**
   * Makes a part visible of work that goes on: all its segments, or nothing of it.
   *
   * @return false when the claim has ended; then nothing has happened
   */
  @Transactional
  public boolean show(Work work, Stored part) {
    boolean held = claims.holds(work.claim());
    if (held) {
      tracks.add(work, part.tracks());
    }
    return held;
  }

  /** The source cannot be used, however often it is tried. */
  @Transactional
  public void refuse(Work work, MediaRefused refusal) {
    Cause cause = Cause.of(refusal);
    claims.refuse(work.claim(), cause);
    announceFailure(work.claim(), cause);
  }

  /**
   * Back into the queue after a pause: a setback when its surroundings failed, else one attempt
   * less. Or, when none of these is left, failed and into the dead letters.
   */
  @Transactional
  public void retryOrPark(Work work, Throwable thrown) {
    Cause cause = Cause.of(thrown);
    if (Surroundings.failed(thrown)) {
      if (!setbacks.later(work.claim(), cause)) {
        park(work.claim(), cause);
      }
    } else if (work.isLastAttempt()) {
      park(work.claim(), cause);
    } else {
      retries.later(work.claim(), cause);
    }
  }

  /**
   * Back into the queue at once, for whoever is free: this worker stops. No attempt is used up.
   *
   * @throws LeaseLost when the fence is not the row's any more
   */
  @Transactional
  public void release(Work work) {
    claims.release(work.claim(), null, STOPPING, Duration.ZERO);
    claims.wake(work.claim());
  }

  /**
   * Gives up a task whose last worker went away; nothing happens when that is not so any more.
   *
   * @param fence of the claim that ran out
   */
  @Transactional
  public void abandon(UUID task, long fence) {
    try (Scope scope = trace(task).enter()) {
      sql.statement("tasks/lock-abandoned")
          .param("id", task)
          .param("fence", fence)
          .query(Claim.class)
          .optional()
          .ifPresent(claim -> park(claim, Cause.workersGone()));
    }
  }

  /** A hop of the trace of the task's job. */
  private Trace trace(UUID task) {
    return sql.statement("tasks/read-trace")
        .param("task", task)
        .query(String.class)
        .optional()
        .flatMap(Trace::read)
        .map(Trace::next)
        .orElseGet(Trace::begin);
  }

  private void park(Claim claim, Cause cause) {
    claims.park(claim, cause);
    announceFailure(claim, cause);
    outbox.bury("task." + claim.kind(), claim.asset(), cause.headers(claim), identity(claim));
  }

  private void announceFailure(Claim claim, Cause cause) {
    announce("task.failed", claim, Map.of("code", cause.code(), "message", cause.message()));
  }

  private void announce(String type, Claim claim, Map<String, String> more) {
    Map<String, Object> data = identity(claim);
    data.putAll(more);
    outbox.announce(type, claim.asset(), data);
  }

  private static Map<String, Object> identity(Claim claim) {
    return new TreeMap<>(
        Map.of(
            "task", claim.task(),
            "job", claim.job(),
            "asset", claim.asset(),
            "kind", claim.kind()));
  }
}
