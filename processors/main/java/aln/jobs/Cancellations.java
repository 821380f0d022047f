package aln.jobs;

import aln.accounts.Caller;
import aln.problems.Problem;
import aln.sql.Sql;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Jobs that end because somebody wants it. From the commit on nobody can claim or commit one of
 * their tasks; the worker that is at one finds its lease gone at its next renewal, which comes
 * every second, and kills its FFmpeg.
 */
@Component
public class Cancellations {

  private static final String WORDS =
      "It was cancelled. What was finished stays for a day: retry the job to go on from there.";

  private final Sql sql;
  private final OwnJobs own;
  private final Jobs jobs;
  private final TaskRows tasks;

  Cancellations(Sql sql, OwnJobs own, Jobs jobs, TaskRows tasks) {
    this.sql = sql;
    this.own = own;
    this.jobs = jobs;
    this.tasks = tasks;
  }

  /**
   * Ends a job; cancelling twice is the same as once. An asset that had a version before goes on
   * with it.
   *
   * @throws Problem 404 when it is not theirs, 409 when it has ended by itself
   */
  @Transactional
  public void cancel(Caller caller, UUID id) {
    Job job = own.lock(caller, id);
    if (job.cancelled()) {
      return;
    }
    if (job.ended()) {
      throw Problem.conflict(
          "job-ended",
          job.complete()
              ? "This job is complete. To take away what it made, delete the asset."
              : "This job has failed by itself; nothing of it runs any more.");
    }
    jobs.end(job, "failed", Job.CANCELLED, WORDS);
    tasks.cancel(id, "The job was cancelled.");
    sql.statement("jobs/stop-asset")
        .param("asset", job.assetId())
        .param("code", Job.CANCELLED)
        .param("message", WORDS)
        .update();
    jobs.announceFailure(job);
  }

  /** Everything that is made of an asset, as part of the transaction that deletes it. */
  @Transactional
  public void cancelAllOf(UUID asset) {
    String words = "The asset was deleted.";
    sql.statement("jobs/cancel-tasks-of").param("asset", asset).param("message", words).update();
    sql.statement("jobs/lock-open-job")
        .param("asset", asset)
        .query(Job.class)
        .optional()
        .ifPresent(job -> jobs.end(job, "failed", Job.CANCELLED, words));
  }
}
