package aln.tasks;

import aln.media.plan.PlannedTask;
import aln.sql.Json;
import aln.sql.Sql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows that playlists are rendered from. */
@Component
class Tracks {

  private final Sql sql;
  private final Json json;

  Tracks(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /** Adds a stretch of each of these renditions; part of a transaction that holds their task. */
  void add(Work work, List<StoredTrack> tracks) {
    int added = of(work, "tasks/show-tracks").param("tracks", json.text(tracks)).update();
    if (added != tracks.stream().mapToInt(track -> track.segments().size()).sum()) {
      throw new IllegalStateException("Not all of " + names(tracks) + " were planned");
    }
  }

  /** The same with the last ones; nothing is left of what an earlier attempt had shown of sound. */
  void complete(Work work, List<StoredTrack> tracks) {
    add(work, tracks);
    if (work.claim().kind().equals(PlannedTask.ENCODE_AUDIO)) {
      of(work, "tasks/forget-earlier-segments")
          .param("names", names(tracks).toArray(String[]::new))
          .param("prefix", work.outputPrefix())
          .update();
    }
  }

  private StatementSpec of(Work work, String statement) {
    return sql.statement(statement)
        .param("asset", work.claim().asset())
        .param("version", work.version());
  }

  private static List<String> names(List<StoredTrack> tracks) {
    return tracks.stream().map(StoredTrack::rendition).toList();
  }
}
