package aln.playback;

import aln.accounts.Caller;
import aln.paging.Cursor;
import aln.paging.Page;
import aln.playback.VideoDetail.Rendition;
import aln.problems.Problem;
import aln.sql.Row;
import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Presigner;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Videos as viewers see them. */
@Component
public class Videos {

  private static final Duration VALID = Duration.ofHours(1);

  private final Sql sql;
  private final Presigner presigner;
  private final Playbacks playbacks;
  private final Addresses addresses;

  public Videos(Sql sql, Presigner presigner, Playbacks playbacks, Addresses addresses) {
    this.sql = sql;
    this.presigner = presigner;
    this.playbacks = playbacks;
    this.addresses = addresses;
  }

  /** What is public and complete, newest first. */
  public Page<Video> list(@Nullable String cursor, int limit) {
    Cursor after = Cursor.read(cursor);
    var found =
        sql.statement("playback/list-videos")
            .param("before", after.at())
            .param("beforeId", after.id())
            .param("limit", limit + 1)
            .query(this::video)
            .list();
    return Page.of(
        found,
        limit,
        video ->
            new Cursor(Optional.ofNullable(video.publishedAt()).orElse(Instant.EPOCH), video.id()));
  }

  /**
   * One video with a playback for this viewer.
   *
   * @throws Problem 404 when they may not know of it, 409 when there is nothing to play yet
   */
  public VideoDetail read(@Nullable Caller viewer, UUID id) {
    Playback playback = playbacks.grant(viewer, id);
    Video video =
        sql.statement("playback/read-video")
            .param("id", id)
            .query(this::video)
            .optional()
            .orElseThrow(() -> Problem.notFound("There is no video with this id."));
    List<Rendition> renditions =
        sql.statement("playback/list-renditions")
            .param("asset", id)
            .param("version", playback.version())
            .query((columns, number) -> rendition(columns, playback))
            .list();
    return new VideoDetail(video, renditions, playback);
  }

  private Video video(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    return new Video(
        row.uuid("id"),
        row.text("title"),
        row.text("description"),
        row.number("duration"),
        row.integerOrNull("width"),
        row.integerOrNull("height"),
        picture(row.textOrNull("poster_key")),
        picture(row.textOrNull("preview_key")),
        row.timeOrNull("published_at"));
  }

  private @Nullable URI picture(@Nullable String key) {
    return key == null ? null : presigner.get(new ObjectRef(Keys.TRANSCODED, key), VALID);
  }

  private Rendition rendition(ResultSet columns, Playback playback) throws SQLException {
    Row row = new Row(columns);
    String name = row.text("name");
    return new Rendition(
        name,
        row.text("kind"),
        row.integerOrNull("width"),
        row.integerOrNull("height"),
        row.numberOrNull("frame_rate"),
        row.integer("bandwidth"),
        row.text("codecs"),
        row.textOrNull("language"),
        addresses.rendition(playback.token(), name));
  }
}
