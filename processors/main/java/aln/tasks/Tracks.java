package aln.tasks;

import aln.media.plan.PlannedTask;
import aln.sql.Sql;
import aln.tasks.StoredTrack.StoredSegment;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows that playlists are rendered from. */
@Component
class Tracks {

  private final Sql sql;

  Tracks(Sql sql) {
    this.sql = sql;
  }

  /** Adds a stretch of one rendition; part of a transaction that holds its task. */
  void add(Work work, StoredTrack track) {
    of(work, track, "tasks/set-track")
        .param("timescale", track.timescale())
        .param("initKey", track.initKey())
        .update();
    List<StoredSegment> segments = track.segments();
    int added =
        of(work, track, "tasks/add-segments")
            .param("numbers", column(segments, StoredSegment::number).toArray(Integer[]::new))
            .param("starts", column(segments, StoredSegment::start).toArray(Long[]::new))
            .param("ticks", column(segments, StoredSegment::duration).toArray(Long[]::new))
            .param("keys", column(segments, StoredSegment::key).toArray(String[]::new))
            .param("bytes", column(segments, StoredSegment::bytes).toArray(Long[]::new))
            .param("keyBytes", column(segments, StoredSegment::keyBytes).toArray(Long[]::new))
            .update();
    if (added != segments.size()) {
      throw new IllegalStateException("No rendition " + track.rendition() + " was planned");
    }
  }

  /** The same with the last one; nothing is left of what an earlier attempt had shown of sound. */
  void complete(Work work, StoredTrack track) {
    add(work, track);
    if (work.claim().kind().equals(PlannedTask.ENCODE_AUDIO)) {
      of(work, track, "tasks/forget-earlier-segments")
          .param("prefix", work.outputPrefix())
          .update();
    }
  }

  private StatementSpec of(Work work, StoredTrack track, String statement) {
    return sql.statement(statement)
        .param("asset", work.claim().asset())
        .param("version", work.version())
        .param("name", track.rendition());
  }

  private static <T> List<T> column(List<StoredSegment> rows, Function<StoredSegment, T> value) {
    return rows.stream().map(value).toList();
  }
}
