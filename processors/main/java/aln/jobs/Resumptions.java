package aln.jobs;

import aln.accounts.Caller;
import aln.media.plan.Plan;
import aln.messages.Outbox;
import aln.problems.Problem;
import aln.sql.Json;
import aln.sql.Sql;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Second chances: what failed or was cancelled goes back into the queue with all its attempts, and
 * what is committed stays. Whoever wants that, of a whole job or of one task, comes here.
 */
@Component
public class Resumptions {

  private final Sql sql;
  private final OwnJobs own;
  private final Jobs jobs;
  private final RenditionRows renditions;
  private final Outbox outbox;
  private final Json json;

  Resumptions(Sql sql, OwnJobs own, Jobs jobs, RenditionRows renditions, Outbox outbox, Json json) {
    this.sql = sql;
    this.own = own;
    this.jobs = jobs;
    this.renditions = renditions;
    this.outbox = outbox;
    this.json = json;
  }

  /**
   * Goes on with a job that failed or was cancelled. Where what it had finished is gone, that is
   * made anew.
   *
   * @throws Problem 404 when it is not theirs, 409 when it has not failed or its asset has gone on
   *     without it
   */
  @Transactional
  public void retry(Caller caller, UUID id) {
    Job job = own.lock(caller, id);
    if (!job.failed()) {
      throw Problem.conflict(
          "job-not-failed",
          job.complete()
              ? "This job is complete. For one more version ask for a new job."
              : "This job goes on already.");
    }
    sql.statement("jobs/lock-letters").param("job", id).query().listOfRows();
    boolean anew = job.planned() && !isKept(id);
    if (!resume(id, null, anew)) {
      throw Problem.conflict(
          "job-superseded",
          "The asset was deleted, or has a newer job. Retry that one, or ask for a new job.");
    }
    if (anew) {
      plan(job);
    }
    goOn(job);
  }

  /**
   * One task, and what was cancelled for its sake; its job with it, unless that is complete.
   *
   * @return false when its asset was deleted or has gone on without it; then nothing has happened
   */
  @Transactional
  public boolean resume(UUID task) {
    return jobOf(task).map(job -> resume(job, task, false)).orElse(false);
  }

  /** A failed side task of a job that has not failed itself, whatever other jobs there are. */
  @Transactional
  public void resumeAlone(UUID task) {
    jobOf(task).ifPresent(job -> requeue(job, task, false));
  }

  private boolean resume(UUID job, @Nullable UUID task, boolean anew) {
    int resumed = sql.statement("jobs/resume-job").param("job", job).param("task", task).update();
    if (resumed > 0) {
      sql.statement("jobs/resume-asset").param("job", job).update();
      requeue(job, task, anew);
    }
    return resumed > 0;
  }

  private void requeue(UUID job, @Nullable UUID task, boolean anew) {
    sql.statement("jobs/resume-tasks")
        .param("job", job)
        .param("task", task)
        .param("anew", anew)
        .query()
        .listOfRows();
    sql.statement("jobs/settle-letters").param("job", job).update();
  }

  private Optional<UUID> jobOf(UUID task) {
    return sql.statement("jobs/job-of").param("task", task).query(UUID.class).optional();
  }

  private boolean isKept(UUID job) {
    return sql.statement("jobs/is-kept").param("job", job).query(Boolean.class).single();
  }

  /** The rows of what was swept, as the plan has them. */
  private void plan(Job job) {
    String plan = sql.statement("jobs/plan-of").param("job", job.id()).query(String.class).single();
    sql.statement("jobs/forget-renditions")
        .param("asset", job.assetId())
        .param("version", job.version())
        .update();
    renditions.write(job, json.read(plan, Plan.class));
  }

  /** One that was stopped between two of its steps has no task that would take the next. */
  private void goOn(Job job) {
    if (job.planned()) {
      jobs.finish(job.id());
      return;
    }
    sql.statement("jobs/inspected-task")
        .param("job", job.id())
        .query(UUID.class)
        .optional()
        .ifPresent(
            task ->
                outbox.announce(
                    "task.done",
                    job.assetId(),
                    Map.of(
                        "task", task, "job", job.id(), "asset", job.assetId(), "kind", "inspect")));
  }
}
