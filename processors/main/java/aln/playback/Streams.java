package aln.playback;

import static aln.playback.StreamRows.named;

import aln.media.hls.MasterPlaylist;
import aln.media.hls.MasterPlaylist.Picture;
import aln.media.hls.MasterPlaylist.Sound;
import aln.media.plan.BitRates;
import aln.media.plan.Plan;
import aln.problems.Problem;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * HLS playlists, rendered from committed rows at every request and never stored. Addresses are
 * relative.
 */
@Component
public class Streams {

  private final StreamRows rows;
  private final SubtitleRows subtitles;

  Streams(StreamRows rows, SubtitleRows subtitles) {
    this.rows = rows;
    this.subtitles = subtitles;
  }

  /**
   * The multivariant playlist; it follows from the plan, so it is right before all segments are
   * there. Subtitles join it when they have been read.
   */
  public String master(Ticket ticket) {
    Plan plan = rows.plan(ticket);
    Map<String, BitRates> rates = rows.rates(ticket, plan);
    return new MasterPlaylist(
            rows.pictures(ticket, plan).stream()
                .map(each -> new Picture(each, named(rates, each.name())))
                .toList(),
            plan.audio().stream().map(each -> new Sound(each, named(rates, each.name()))).toList(),
            subtitles.list(ticket))
        .render();
  }

  /**
   * The media playlist of one rendition: it grows with each committed chunk and ends with the job.
   *
   * @throws Problem 404 when there is no such rendition, or nothing of it yet
   */
  public String rendition(Ticket ticket, String name) {
    return rows.playlist(ticket, name, null).render();
  }

  /**
   * The key frames of one rendition, for looking through it quickly.
   *
   * @throws Problem 404 when there is no picture of that name, or nothing of it yet
   */
  public String keyFrames(Ticket ticket, String name) {
    return rows.playlist(ticket, name, "video").renderKeyFrames();
  }

  /**
   * One track of subtitles.
   *
   * @throws Problem 404 when there is none of that name
   */
  public String subtitles(Ticket ticket, String track) {
    return subtitles.playlist(ticket, track, rows.plan(ticket).durationMicros()).render();
  }
}
