package aln.callbacks;

import aln.accounts.Caller;
import aln.messages.Outbox;
import aln.problems.Problem;
import aln.sql.Sql;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is to be told, from the end of a job on. The row is the truth, its message a wake-up. */
@Component
public class Callbacks {

  private final Sql sql;
  private final Outbox outbox;

  Callbacks(Sql sql, Outbox outbox) {
    this.sql = sql;
    this.outbox = outbox;
  }

  /**
   * Tells whoever its request named, as part of the transaction that ended the job; nothing happens
   * where nobody was named.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tellEnd(UUID job) {
    sql.statement("callbacks/add-callback")
        .param("job", job)
        .query(Added.class)
        .optional()
        .filter(added -> added.state().equals("waiting"))
        .ifPresent(added -> announce(added.id(), job, added.asset()));
  }

  /**
   * Sends it again, with all its attempts anew and whatever was answered before.
   *
   * @throws Problem 404 when it is not theirs, 409 while an attempt is under way
   */
  @Transactional
  public void resend(Caller caller, UUID id) {
    Kept kept =
        sql.statement("callbacks/lock-callback")
            .param("id", id)
            .param("everybody", caller.admin())
            .param("owner", caller.id())
            .query(Kept.class)
            .optional()
            .orElseThrow(Problem::notFound);
    if (kept.inFlight()) {
      throw Problem.conflict(
          "delivering", "It is being sent at this moment. See what becomes of it.");
    }
    sql.statement("callbacks/enable-address").param("id", id).update();
    sql.statement("callbacks/resend-callback").param("id", id).update();
    announce(id, kept.job(), kept.asset());
  }

  private void announce(UUID id, UUID job, UUID asset) {
    outbox.announce("callback.due", asset, Map.of("callback", id, "job", job));
  }

  /** One that was just written. */
  record Added(UUID id, UUID asset, String state) {}

  /** Its row, locked. */
  record Kept(UUID id, UUID job, UUID asset, boolean inFlight) {}
}
