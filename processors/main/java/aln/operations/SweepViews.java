package aln.operations;

import aln.paging.Cursor;
import aln.paging.Page;
import aln.sql.Row;
import aln.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rounds through the store as admins see them, newest first. */
@Component
public class SweepViews {

  private final Sql sql;

  public SweepViews(Sql sql) {
    this.sql = sql;
  }

  public Page<Sweep> list(@Nullable String cursor, int limit) {
    Cursor after = Cursor.read(cursor);
    var found =
        sql.statement("operations/list-sweeps")
            .param("before", after.at())
            .param("beforeId", after.id())
            .param("limit", limit + 1)
            .query(SweepViews::row)
            .list();
    return Page.of(found, limit, sweep -> new Cursor(sweep.startedAt(), sweep.id()));
  }

  /** There is one as soon as somebody has begun it. */
  public Sweep newest() {
    return sql.statement("operations/newest-sweep").query(SweepViews::row).single();
  }

  private static Sweep row(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    return new Sweep(
        row.uuid("id"),
        row.time("started_at"),
        row.timeOrNull("finished_at"),
        columns.getLong("looked_at"),
        columns.getLong("deleted"),
        columns.getLong("bytes"),
        columns.getLong("aborted"),
        columns.getLong("strange"),
        List.of((String[]) columns.getArray("examples").getArray()),
        row.textOrNull("failure"));
  }
}
