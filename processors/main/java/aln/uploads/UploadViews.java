package aln.uploads;

import aln.accounts.Caller;
import aln.paging.Cursor;
import aln.paging.Page;
import aln.sql.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a creator can go on with. */
@Component
public class UploadViews {

  private final Sql sql;

  UploadViews(Sql sql) {
    this.sql = sql;
  }

  /**
   * The caller's open uploads in parts, newest first. A file is known again by its name, size and
   * time.
   *
   * @param lastModified milliseconds since 1970
   */
  public Page<OpenUpload> list(
      Caller caller,
      @Nullable String filename,
      @Nullable Long size,
      @Nullable Long lastModified,
      @Nullable String cursor,
      int limit) {
    Cursor after = Cursor.read(cursor);
    List<OpenUpload> found =
        sql.statement("uploads/list-uploads")
            .param("owner", caller.id())
            .param("filename", filename)
            .param("size", size)
            .param("lastModified", lastModified)
            .param("before", after.at())
            .param("beforeId", after.id())
            .param("limit", limit + 1)
            .query(OpenUpload.class)
            .list();
    return Page.of(found, limit, each -> new Cursor(each.createdAt(), each.uploadId()));
  }
}
