package aln.jobs;

import aln.accounts.Caller;
import aln.jobs.JobReceipts.RenditionReceipt;
import aln.jobs.JobReceipts.TaskReceipt;
import aln.media.plan.TitleFit;
import aln.sql.Json;
import aln.sql.Sql;
import aln.tasks.Receipt;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The receipts of a job for its owner; admins see everybody's. */
@Component
public class ReceiptViews {

  private final JobViews jobs;
  private final Sql sql;
  private final Json json;

  public ReceiptViews(JobViews jobs, Sql sql, Json json) {
    this.jobs = jobs;
    this.sql = sql;
    this.json = json;
  }

  /**
   * What is committed so far.
   *
   * @throws aln.problems.Problem 404 when the job is not theirs
   */
  public JobReceipts read(Caller caller, UUID id) {
    JobView job = jobs.read(caller, id);
    List<TaskReceipt> tasks =
        sql.statement("jobs/read-receipts").param("job", id).query(Row.class).list().stream()
            .map(this::receipt)
            .toList();
    return new JobReceipts(
        id,
        job.assetId(),
        job.version(),
        job.profile(),
        samples(id),
        RenditionReceipt.of(tasks),
        tasks);
  }

  private List<TitleFit.Rung> samples(UUID job) {
    return sql.statement("jobs/read-samples").param("job", job).query(String.class).list().stream()
        .flatMap(fit -> json.read(fit, TitleFit.class).rungs().stream())
        .toList();
  }

  private TaskReceipt receipt(Row row) {
    Receipt kept = json.read(row.body(), Receipt.class);
    return new TaskReceipt(
        row.kind(),
        row.ordinal(),
        row.attempt(),
        row.worker(),
        kept.tool(),
        kept.seconds(),
        kept.command(),
        kept.made());
  }

  /** One of {@code jobs/read-receipts}. */
  record Row(String kind, int ordinal, int attempt, String worker, String body) {}
}
