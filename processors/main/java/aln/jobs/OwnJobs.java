package aln.jobs;

import aln.accounts.Caller;
import aln.problems.Problem;
import aln.sql.Sql;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose job it is. */
@Component
class OwnJobs {

  private final Sql sql;

  OwnJobs(Sql sql) {
    this.sql = sql;
  }

  /**
   * Nobody else changes it until the transaction ends.
   *
   * @throws Problem 404 when it is not the caller's; admins may change any
   */
  Job lock(Caller caller, UUID id) {
    return sql.statement("jobs/lock-job")
        .param("id", id)
        .query(Job.class)
        .optional()
        .filter(job -> caller.admin() || job.ownerId().equals(caller.id()))
        .orElseThrow(Problem::notFound);
  }
}
