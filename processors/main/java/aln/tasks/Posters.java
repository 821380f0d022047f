package aln.tasks;

import aln.sql.Sql;
import aln.tasks.StoredThumbnails.Thumbnail;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Which still stands for its video. */
@Component
class Posters {

  private final Sql sql;

  Posters(Sql sql) {
    this.sql = sql;
  }

  /**
   * The best of the stills, unless the owner has chosen another; part of the transaction that
   * commits them. Stills of a version that viewers do not get change nothing.
   */
  void adopt(Work work, StoredThumbnails stored) {
    Thumbnail best =
        stored.thumbnails().stream()
            .max(Comparator.comparingDouble(Thumbnail::score))
            .orElseThrow();
    sql.statement("tasks/adopt-poster")
        .param("task", work.claim().task())
        .param("key", best.key())
        .update();
  }
}
