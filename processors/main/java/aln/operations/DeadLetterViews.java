package aln.operations;

import aln.operations.DeadLetter.Subject;
import aln.operations.DeadLetterKinds.Kind;
import aln.paging.Cursor;
import aln.paging.Page;
import aln.problems.Problem;
import aln.sql.Json;
import aln.sql.Row;
import aln.sql.Sql;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dead letters as admins see them, newest first. */
@Component
public class DeadLetterViews {

  private final Sql sql;
  private final Json json;

  public DeadLetterViews(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  public Page<DeadLetter> list(
      @Nullable String state, DeadLetterFilter filter, @Nullable String cursor, int limit) {
    Cursor after = Cursor.read(cursor);
    var found =
        filter
            .into(sql.statement("operations/list-dead-letters"))
            .param("state", state)
            .param("before", after.at())
            .param("beforeId", after.id())
            .param("limit", limit + 1)
            .query(this::row)
            .list();
    return Page.of(found, limit, letter -> new Cursor(letter.receivedAt(), letter.id()));
  }

  /** What kinds of parked ones there are. */
  public DeadLetterKinds kinds() {
    return new DeadLetterKinds(
        sql.statement("operations/count-dead-letters").query(DeadLetterViews::kind).list());
  }

  /**
   * @throws Problem 404 when there is none
   */
  public DeadLetter read(UUID id) {
    return sql.statement("operations/read-dead-letter")
        .param("id", id)
        .query(this::row)
        .optional()
        .orElseThrow(() -> Problem.notFound("There is no dead letter with this id."));
  }

  private DeadLetter row(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    return new DeadLetter(
        row.uuid("id"),
        row.text("state"),
        row.text("queue"),
        row.textOrNull("type"),
        row.textOrNull("message_id"),
        row.text("code"),
        row.text("cause"),
        row.textOrNull("detail"),
        row.integerOrNull("attempts"),
        row.uuidOrNull("task_id"),
        row.uuidOrNull("asset_id"),
        asset(row),
        row.textOrNull("trace_id"),
        json.read(row.text("headers"), new TypeReference<>() {}),
        row.text("body"),
        json.read(row.text("history"), new TypeReference<>() {}),
        row.textOrNull("reason"),
        row.time("received_at"),
        row.timeOrNull("settled_at"));
  }

  private static @Nullable Subject asset(Row row) throws SQLException {
    String title = row.textOrNull("asset_title");
    return title == null
        ? null
        : new Subject(
            row.uuid("asset_id"), title, row.text("asset_owner"), row.text("asset_status"));
  }

  private static Kind kind(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    return new Kind(
        row.text("queue"),
        row.text("code"),
        columns.getLong("letters"),
        row.time("oldest"),
        row.time("newest"));
  }
}
