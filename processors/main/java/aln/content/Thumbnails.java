package aln.content;

import aln.accounts.Caller;
import aln.jobs.Moments;
import aln.problems.Problem;
import aln.sql.Row;
import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Presigner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The stills of a work, one of which stands for it. */
@Component
public class Thumbnails {

  private static final Duration VALID = Duration.ofHours(1);

  private final Sql sql;
  private final Assets assets;
  private final OwnAssets own;
  private final Moments moments;
  private final Presigner presigner;

  public Thumbnails(Sql sql, Assets assets, OwnAssets own, Moments moments, Presigner presigner) {
    this.sql = sql;
    this.assets = assets;
    this.own = own;
    this.moments = moments;
    this.presigner = presigner;
  }

  /**
   * Those of the version that viewers get, in the order of the video; none before they are made.
   *
   * @throws Problem 404 when the work is not the caller's
   */
  public Shown list(Caller caller, UUID id) {
    assets.read(caller, id);
    return new Shown(
        sql.statement("content/list-thumbnails")
            .param("asset", id)
            .query((columns, number) -> thumbnail(columns))
            .list());
  }

  /**
   * Makes a still the poster, at once or, of a moment that was not taken yet, when it is there.
   *
   * @throws Problem 404 when the work is not the caller's, 400 when it has no such still or moment,
   *     409 as {@link Moments#take} does
   */
  @Transactional
  public void choose(Caller caller, UUID id, PosterChoice choice) {
    own.lock(caller, id);
    if (choice.at() != null) {
      moments.take(id, choice.at());
    } else if (chosen(id, choice) == 0) {
      throw Problem.invalid("thumbnail", "is none of this work's; list its thumbnails anew");
    }
  }

  private int chosen(UUID id, PosterChoice choice) {
    return sql.statement("content/choose-poster")
        .param("asset", id)
        .param("thumbnail", choice.thumbnail())
        .update();
  }

  private Thumbnail thumbnail(ResultSet columns) throws SQLException {
    Row row = new Row(columns);
    ObjectRef picture = new ObjectRef(Keys.TRANSCODED, row.text("key"));
    return new Thumbnail(
        row.text("id"),
        columns.getDouble("at"),
        presigner.get(picture, VALID),
        columns.getBoolean("poster"));
  }

  /** All there are. */
  public record Shown(List<Thumbnail> items) {}
}
