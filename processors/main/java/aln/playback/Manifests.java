package aln.playback;

import static aln.playback.StreamRows.named;

import aln.media.dash.Manifest;
import aln.media.dash.Manifest.Picture;
import aln.media.dash.Manifest.Sound;
import aln.media.dash.Timeline;
import aln.media.plan.BitRates;
import aln.media.plan.Plan;
import aln.problems.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** DASH manifests, rendered from committed rows at every request and never stored. */
@Component
public class Manifests {

  private final StreamRows rows;
  private final SubtitleRows subtitles;

  Manifests(StreamRows rows, SubtitleRows subtitles) {
    this.rows = rows;
    this.subtitles = subtitles;
  }

  /**
   * The presentation with all its renditions: it grows with each committed chunk and ends with the
   * job.
   *
   * @throws Problem 404 while there is nothing of one of them
   */
  public String render(Ticket ticket) {
    Plan plan = rows.plan(ticket);
    Map<String, Timeline> timelines = rows.timelines(ticket);
    Map<String, BitRates> rates = rows.rates(ticket, plan);
    List<Picture> video =
        rows.pictures(ticket, plan).stream()
            .map(
                each ->
                    new Picture(
                        each, named(rates, each.name()).peak(), named(timelines, each.name())))
            .toList();
    List<Sound> audio =
        plan.audio().stream()
            .map(
                each ->
                    new Sound(
                        each, named(rates, each.name()).peak(), named(timelines, each.name())))
            .toList();
    Manifest manifest =
        new Manifest(
            plan.durationMicros(),
            Instant.now(),
            video,
            audio,
            subtitles.list(ticket),
            ticket.complete());
    if (!manifest.isBegun()) {
      throw Problem.notFound("There is nothing to play yet. Try again in a moment.");
    }
    return manifest.render();
  }
}
