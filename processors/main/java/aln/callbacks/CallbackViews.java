package aln.callbacks;

import aln.accounts.Caller;
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

/** Callbacks as those see them who named the address; admins see everybody's. */
@Component
public class CallbackViews {

  private final Sql sql;

  CallbackViews(Sql sql) {
    this.sql = sql;
  }

  /** Newest first. */
  public Page<CallbackView> list(
      Caller caller,
      @Nullable UUID job,
      @Nullable String status,
      @Nullable String cursor,
      int limit) {
    Cursor after = Cursor.read(cursor);
    List<CallbackView> found =
        sql.statement("callbacks/list-callbacks")
            .param("everybody", caller.admin())
            .param("owner", caller.id())
            .param("job", job)
            .param("state", status)
            .param("before", after.at())
            .param("beforeId", after.id())
            .param("limit", limit + 1)
            .query(CallbackViews::view)
            .list();
    return Page.of(found, limit, each -> new Cursor(each.createdAt(), each.id()));
  }

  /**
   * @throws Problem 404 when it is not theirs
   */
  public CallbackView read(Caller caller, UUID id) {
    return sql.statement("callbacks/read-callback")
        .param("id", id)
        .param("everybody", caller.admin())
        .param("owner", caller.id())
        .query(CallbackViews::view)
        .optional()
        .orElseThrow(Problem::notFound);
  }

  private static CallbackView view(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    return new CallbackView(
        row.uuid("id"),
        row.uuid("job_id"),
        row.text("url"),
        row.text("type"),
        row.text("state"),
        row.integer("attempt"),
        row.integerOrNull("http_status"),
        row.textOrNull("failure"),
        row.time("created_at"),
        row.timeOrNull("attempted_at"),
        row.timeOrNull("due_at"),
        row.timeOrNull("ended_at"));
  }
}
