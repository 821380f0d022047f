package aln.jobs;

import aln.accounts.Caller;
import aln.jobs.JobView.Failure;
import aln.jobs.JobView.TaskView;
import aln.paging.Cursor;
import aln.paging.Page;
import aln.problems.Problem;
import aln.sql.Row;
import aln.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Jobs as their owners see them; admins see everybody's. */
@Component
public class JobViews {

  private final Sql sql;

  public JobViews(Sql sql) {
    this.sql = sql;
  }

  /** Newest first. */
  public Page<JobView> list(
      Caller caller, @Nullable String status, @Nullable String cursor, int limit) {
    Cursor after = Cursor.read(cursor);
    List<JobView> found =
        sql.statement("jobs/list-jobs")
            .param("everybody", caller.admin())
            .param("owner", caller.id())
            .param("status", status)
            .param("before", after.at())
            .param("beforeId", after.id())
            .param("limit", limit + 1)
            .query(JobViews::view)
            .list();
    return Page.of(found, limit, job -> new Cursor(job.createdAt(), job.jobId()));
  }

  /**
   * One job with its tasks.
   *
   * @throws Problem 404 when it is not theirs
   */
  public JobView read(Caller caller, UUID id) {
    JobView job =
        sql.statement("jobs/read-job")
            .param("everybody", caller.admin())
            .param("owner", caller.id())
            .param("id", id)
            .query(JobViews::view)
            .optional()
            .orElseThrow(Problem::notFound);
    return job.with(sql.statement("jobs/read-tasks").param("job", id).query(JobViews::task).list());
  }

  private static JobView view(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    String code = row.textOrNull("failure_code");
    return new JobView(
        row.uuid("id"),
        row.uuid("asset_id"),
        row.integer("version"),
        row.text("profile"),
        row.text("state"),
        row.text("state").equals("complete") ? 1 : row.number("progress"),
        code == null ? null : new Failure(code, row.text("failure_message")),
        row.time("created_at"),
        row.timeOrNull("started_at"),
        row.timeOrNull("finished_at"),
        null);
  }

  private static TaskView task(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    return new TaskView(
        row.uuid("id"),
        row.text("kind"),
        row.integer("ordinal"),
        row.text("state"),
        columns.getBoolean("required"),
        row.integer("attempt"),
        row.number("progress"),
        row.textOrNull("failure"),
        row.timeOrNull("started_at"),
        row.timeOrNull("finished_at"));
  }
}
