package aln.payments.splits;

import aln.accounts.Caller;
import aln.paging.Cursor;
import aln.paging.Page;
import aln.payments.splits.Split.Share;
import aln.payments.splits.Split.Version;
import aln.problems.Problem;
import aln.sql.Json;
import aln.sql.Row;
import aln.sql.Sql;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Splits as those see them whom they concern. */
@Component
public class SplitViews {

  private final Sql sql;
  private final Json json;

  public SplitViews(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /**
   * @throws Problem 404 unless the caller owns the asset, has or is offered a share of it, or is an
   *     admin
   */
  public Split read(Caller caller, UUID asset) {
    return sql.statement("payments/read-split")
        .param("asset", asset)
        .param("caller", caller.id())
        .param("admin", caller.admin())
        .query((columns, number) -> split(columns))
        .optional()
        .orElseThrow(Problem::notFound);
  }

  /** Those of other works and the caller's own in which the caller has or is offered a share. */
  public Page<Split> list(Caller caller, @Nullable String cursor, int limit) {
    Cursor after = Cursor.read(cursor);
    List<Listed> found =
        sql.statement("payments/list-splits")
            .param("caller", caller.id())
            .param("before", after.at())
            .param("beforeId", after.id())
            .param("limit", limit + 1)
            .query(
                (columns, number) ->
                    new Listed(split(columns), new Row(columns).time("proposed_at")))
            .list();
    Page<Listed> page =
        Page.of(found, limit, each -> new Cursor(each.at(), each.split().assetId()));
    return new Page<>(page.items().stream().map(Listed::split).toList(), page.nextCursor());
  }

  private Split split(ResultSet columns) throws SQLException {
    Row row = new Row(columns);
    return new Split(
        row.uuid("id"),
        row.text("title"),
        Objects.requireNonNull(
            version(columns.getInt("in_force"), row.textOrNull("in_force_shares"))),
        version(columns.getInt("newest"), row.textOrNull("newest_shares")));
  }

  private @Nullable Version version(int number, @Nullable String shares) {
    return shares == null
        ? null
        : new Version(number, json.read(shares, new TypeReference<List<Share>>() {}));
  }

  private record Listed(Split split, Instant at) {}
}
