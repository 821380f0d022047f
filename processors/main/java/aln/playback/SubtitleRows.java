package aln.playback;

import aln.media.hls.SubtitlePlaylist;
import aln.media.plan.SubtitleTrack;
import aln.problems.Problem;
import aln.sql.Json;
import aln.sql.Sql;
import java.util.List;
import org.springframework.stereotype.Component;

/** The subtitles of a version, as far as they have been read. */
@Component
class SubtitleRows {

  private final Sql sql;
  private final Json json;

  SubtitleRows(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /** In the source's order; empty while none has been read. */
  List<SubtitleTrack> list(Ticket ticket) {
    return sql
        .statement("playback/subtitles")
        .param("asset", ticket.assetId())
        .param("version", ticket.version())
        .query(String.class)
        .list()
        .stream()
        .map(track -> json.read(track, SubtitleTrack.class))
        .toList();
  }

  /**
   * The playlist of one track, beside which its WebVTT lies.
   *
   * @param durationMicros of the film
   * @throws Problem 404 when there is none of that name
   */
  SubtitlePlaylist playlist(Ticket ticket, String name, long durationMicros) {
    return list(ticket).stream()
        .filter(track -> track.name().equals(name))
        .findFirst()
        .map(track -> new SubtitlePlaylist(durationMicros, "words.vtt"))
        .orElseThrow(() -> Problem.notFound("There are no such subtitles in this playback."));
  }
}
