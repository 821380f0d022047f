package aln.jobs;

import aln.accounts.Caller;
import aln.problems.Problem;
import aln.sql.Sql;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which jobs go first: {@code high} before {@code normal} before {@code low}. Within one priority
 * the most urgent task goes first, as ever. Words and no numbers, as a number is always outbid.
 */
@Component
public class Priorities {

  static final String HIGH = "high";
  static final String NORMAL = "normal";

  private final Sql sql;
  private final OwnJobs own;

  Priorities(Sql sql, OwnJobs own) {
    this.sql = sql;
    this.own = own;
  }

  /**
   * The one that was asked for, or normal.
   *
   * @throws Problem 403 when it would put the job before those of others; admins may
   */
  String admit(Caller caller, @Nullable String asked) {
    if (HIGH.equals(asked) && !caller.admin()) {
      throw Problem.forbidden(
          "Only admins put a job before those of others. Ask for normal or low, or ask an admin.");
    }
    return asked == null ? NORMAL : asked;
  }

  /**
   * From now on; tasks that run already go on as they are.
   *
   * @throws Problem 404 when it is not theirs, 403 as above, 409 when it has ended
   */
  @Transactional
  public void set(Caller caller, UUID id, JobChange change) {
    Job job = own.lock(caller, id);
    String priority = admit(caller, change.priority());
    if (job.ended()) {
      throw Problem.conflict(
          "job-ended", "This job is at its end; there is nothing left to put in order.");
    }
    sql.statement("jobs/set-priority").param("id", id).param("priority", priority).update();
    sql.statement("jobs/rank-tasks").param("id", id).param("priority", priority).update();
  }
}
