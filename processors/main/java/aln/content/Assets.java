package aln.content;

import aln.accounts.Caller;
import aln.paging.Cursor;
import aln.paging.Page;
import aln.problems.Problem;
import aln.sql.Sql;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works as their owners and admins see them, newest first. */
@Component
public class Assets {

  private final Sql sql;
  private final AssetRows rows;

  public Assets(Sql sql, AssetRows rows) {
    this.sql = sql;
    this.rows = rows;
  }

  /** The caller's own. */
  public Page<Asset> list(
      Caller caller,
      @Nullable String status,
      @Nullable String type,
      @Nullable String cursor,
      int limit) {
    return page(caller.id(), status, type, cursor, limit);
  }

  /** Everybody's, for admins. */
  public Page<Asset> listAll(@Nullable String status, @Nullable String cursor, int limit) {
    return page(null, status, null, cursor, limit);
  }

  /**
   * One work.
   *
   * @throws Problem 404 when it is not the caller's; admins may read any
   */
  public Asset read(Caller caller, UUID id) {
    return sql.statement("content/read-asset")
        .param("id", id)
        .param("caller", caller.id())
        .param("admin", caller.admin())
        .query(rows::read)
        .optional()
        .orElseThrow(Problem::notFound);
  }

  private Page<Asset> page(
      @Nullable UUID owner,
      @Nullable String status,
      @Nullable String type,
      @Nullable String cursor,
      int limit) {
    Cursor after = Cursor.read(cursor);
    var found =
        sql.statement(owner == null ? "content/list-all-assets" : "content/list-assets")
            .param("owner", owner)
            .param("status", status)
            .param("type", type)
            .param("before", after.at())
            .param("beforeId", after.id())
            .param("limit", limit + 1)
            .query(rows::read)
            .list();
    return Page.of(found, limit, asset -> new Cursor(asset.createdAt(), asset.id()));
  }
}
