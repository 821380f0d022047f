package aln.tasks;

import aln.sql.Sql;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Changes to a task's row that count only for the claim that still holds it. */
@Component
class Claims {

  private final Sql sql;
  private final Attempts attempts;

  Claims(Sql sql, Attempts attempts) {
    this.sql = sql;
    this.attempts = attempts;
  }

  void complete(Claim claim, String result) {
    apply(claim, of(claim, "tasks/complete-task").param("result", result));
  }

  /** Whether the fence is still the row's; if so, it stays that until the transaction ends. */
  boolean holds(Claim claim) {
    return of(claim, "tasks/hold-task").query(UUID.class).optional().isPresent();
  }

  /** For good: nothing can be made of the source. */
  void refuse(Claim claim, Cause cause) {
    fail(claim, cause, false);
  }

  /** For good, unless an admin replays it. */
  void park(Claim claim, Cause cause) {
    fail(claim, cause, true);
  }

  private void fail(Claim claim, Cause cause, boolean parked) {
    apply(
        claim,
        of(claim, "tasks/fail-task")
            .param("code", cause.code())
            .param("message", cause.message())
            .param("parked", parked));
    attempts.note(claim, cause);
  }

  void retry(Claim claim, Cause cause, String pause) {
    apply(
        claim,
        of(claim, "tasks/retry-task")
            .param("code", cause.code())
            .param("message", cause.technical())
            .param("pause", pause));
    attempts.note(claim, cause);
  }

  /** How many it has now, this one included. */
  int countSetback(Claim claim) {
    return of(claim, "tasks/count-setback")
        .query(Integer.class)
        .optional()
        .orElseThrow(() -> new LeaseLost(claim));
  }

  /** Back into the queue, with the attempt given back. */
  void release(Claim claim, @Nullable String code, String message, Duration pause) {
    apply(
        claim,
        of(claim, "tasks/release-task")
            .param("code", code)
            .param("message", message)
            .param("pause", pause.toString()));
  }

  /** Tells every worker that it is there. */
  void wake(Claim claim) {
    sql.statement("tasks/wake-tasks").param("tasks", new UUID[] {claim.task()}).query().singleRow();
  }

  /** What waits for its kind may begin; part of the transaction that completes it. */
  void wakeAfter(Claim claim) {
    sql.statement("tasks/wake-after")
        .param("job", claim.job())
        .param("after", claim.kind())
        .query()
        .listOfRows();
  }

  private StatementSpec of(Claim claim, String statement) {
    return sql.statement(statement).param("id", claim.task()).param("fence", claim.fence());
  }

  /**
   * @throws LeaseLost when the fence is not the row's any more
   */
  private static void apply(Claim claim, StatementSpec change) {
    if (change.update() == 0) {
      throw new LeaseLost(claim);
    }
  }
}
