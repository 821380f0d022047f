package aln.playback;

import aln.media.hls.MasterPlaylist;
import aln.media.hls.MediaPlaylist;
import aln.media.hls.MediaPlaylist.Segment;
import aln.media.plan.Plan;
import aln.problems.Problem;
import aln.sql.Json;
import aln.sql.Sql;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * HLS playlists, rendered from committed rows at every request and never stored. Addresses are
 * relative.
 */
@Component
public class Streams {

  private final Sql sql;
  private final Json json;

  public Streams(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /**
   * The multivariant playlist; it follows from the plan, so it is right before all segments are
   * there.
   */
  public String master(Ticket ticket) {
    return MasterPlaylist.render(plan(ticket), name -> name + "/index.m3u8");
  }

  /**
   * The media playlist of one rendition: it grows with each committed chunk and ends with the job.
   *
   * @throws Problem 404 when there is no such rendition, or nothing of it yet
   */
  public String rendition(Ticket ticket, String name) {
    Track track =
        sql.statement("playback/find-rendition")
            .param("asset", ticket.assetId())
            .param("version", ticket.version())
            .param("name", name)
            .query(Track.class)
            .optional()
            .orElseThrow(() -> Problem.notFound("There is no such rendition in this playback."));
    List<Segment> segments =
        sql.statement("playback/segments")
            .param("rendition", track.id())
            .query(Segment.class)
            .list();
    long longest = (plan(ticket).segmentMicros() * track.timescale() + 999_999) / 1_000_000;
    return new MediaPlaylist(track.timescale(), longest, segments, ticket.complete())
        .render("init.mp4", number -> number + ".m4s");
  }

  private Plan plan(Ticket ticket) {
    String plan =
        sql.statement("playback/plan")
            .param("asset", ticket.assetId())
            .param("version", ticket.version())
            .query(String.class)
            .single();
    return json.read(plan, Plan.class);
  }

  /** A rendition whose first segments are there. */
  record Track(UUID id, int timescale) {}
}
