package aln.content;

import aln.accounts.Caller;
import aln.jobs.Resumptions;
import aln.problems.Problem;
import aln.sql.Sql;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Second chances for what could not be made beside a work's renditions. */
@Component
public class Repairs {

  private final Sql sql;
  private final OwnAssets assets;
  private final Resumptions resumptions;

  Repairs(Sql sql, OwnAssets assets, Resumptions resumptions) {
    this.sql = sql;
    this.assets = assets;
    this.resumptions = resumptions;
  }

  /**
   * Gives a failed side task all its attempts anew; one that has not failed goes on as it is, so
   * asking twice is the same as once.
   *
   * @throws Problem 404 when the work is not the caller's or has no such side task, 409 when its
   *     job failed as a whole
   */
  @Transactional
  public void retry(Caller caller, UUID id, UUID task) {
    assets.lock(caller, id);
    Found found =
        sql.statement("content/find-side-task")
            .param("asset", id)
            .param("task", task)
            .query(Found.class)
            .optional()
            .orElseThrow(Problem::notFound);
    if (found.jobState().equals("failed")) {
      throw Problem.conflict(
          "job-failed", "The work itself failed. Retry its job, or upload the file again.");
    }
    if (found.state().equals("failed")) {
      resumptions.resumeAlone(task);
    }
  }

  /** A side task's row, locked. */
  record Found(String state, String jobState) {}
}
