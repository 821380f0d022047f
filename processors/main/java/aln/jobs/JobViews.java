package aln.jobs;

import aln.accounts.Caller;
import aln.jobs.JobView.Failure;
import aln.jobs.JobView.TaskView;
import aln.paging.Cursor;
import aln.paging.Page;
import aln.problems.Problem;
import aln.sql.Json;
import aln.sql.Row;
import aln.sql.Sql;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
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
  private final Json json;

  public JobViews(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /** Newest first. */
  public Page<JobView> list(Caller caller, JobFilter filter, @Nullable String cursor, int limit) {
    Cursor after = Cursor.read(cursor);
    List<JobView> found =
        filter
            .into(sql.statement("jobs/list-jobs"))
            .param("everybody", caller.admin())
            .param("owner", caller.id())
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
    return job.with(sql.statement("jobs/read-tasks").param("job", id).query(this::task).list());
  }

  private static JobView view(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    String code = row.textOrNull("failure_code");
    UUID id = row.uuid("id");
    return new JobView(
        id,
        row.uuid("asset_id"),
        row.text("type"),
        row.text("source_key"),
        row.integer("version"),
        row.text("profile"),
        row.text("priority"),
        row.text("state"),
        row.text("state").equals("complete") ? 1 : row.number("progress"),
        code == null ? null : new Failure(code, row.text("failure_message")),
        row.textOrNull("callback_url"),
        row.time("created_at"),
        row.timeOrNull("started_at"),
        row.timeOrNull("finished_at"),
        row.number("waited"),
        row.numberOrNull("ran"),
        URI.create("/jobs/" + id + "/receipts"),
        null);
  }

  private TaskView task(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    return new TaskView(
        row.uuid("id"),
        row.text("kind"),
        row.integer("ordinal"),
        row.text("state"),
        columns.getBoolean("required"),
        row.integer("attempt"),
        row.integer("max_attempts"),
        row.number("progress"),
        row.textOrNull("failure"),
        row.time("created_at"),
        row.timeOrNull("started_at"),
        row.timeOrNull("finished_at"),
        row.numberOrNull("seconds"),
        json.read(row.text("failed_attempts"), new TypeReference<>() {}));
  }
}
