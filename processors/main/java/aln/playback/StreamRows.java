package aln.playback;

import aln.media.dash.Timeline;
import aln.media.dash.Timeline.Stretch;
import aln.media.hls.MediaPlaylist;
import aln.media.hls.MediaPlaylist.Segment;
import aln.media.plan.AudioRendition;
import aln.media.plan.BitRates;
import aln.media.plan.Plan;
import aln.media.plan.VideoRendition;
import aln.problems.Problem;
import aln.sql.Json;
import aln.sql.Sql;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What is committed of the version that a ticket is for: all that playlists and manifests say. */
@Component
class StreamRows {

  private final Sql sql;
  private final Json json;

  StreamRows(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  Plan plan(Ticket ticket) {
    return json.read(of(ticket, "playback/plan").query(String.class).single(), Plan.class);
  }

  /** Of the first set, and of those after it that the playback shows. */
  List<VideoRendition> pictures(Ticket ticket, Plan plan) {
    return Stream.concat(plan.video().stream(), later(ticket)).toList();
  }

  private Stream<VideoRendition> later(Ticket ticket) {
    return ticket.codecSets() == 1
        ? Stream.empty()
        : of(ticket, "playback/later-renditions")
            .param("codecSets", ticket.codecSets())
            .query(String.class)
            .list()
            .stream()
            .map(rendition -> json.read(rendition, VideoRendition.class));
  }

  /** By the renditions' names: as planned, and as they came out once all is there. */
  Map<String, BitRates> rates(Ticket ticket, Plan plan) {
    Map<String, BitRates> rates = new HashMap<>();
    for (VideoRendition rendition : plan.video()) {
      rates.put(rendition.name(), BitRates.planned(rendition, plan.segmentMicros()));
    }
    for (AudioRendition track : plan.audio()) {
      rates.put(track.name(), BitRates.planned(track));
    }
    if (ticket.complete()) {
      of(ticket, "playback/bit-rates")
          .query(Measured.class)
          .list()
          .forEach(measured -> rates.put(measured.name(), measured.rates()));
    }
    return rates;
  }

  /**
   * One rendition, as far as it is there.
   *
   * @param kind {@code video} or {@code audio}; null for either
   * @throws Problem 404 when there is none of that name and kind, or nothing of it yet
   */
  MediaPlaylist playlist(Ticket ticket, String name, @Nullable String kind) {
    Track track =
        of(ticket, "playback/find-rendition")
            .param("name", name)
            .query(Track.class)
            .optional()
            .filter(found -> kind == null || found.kind().equals(kind))
            .orElseThrow(() -> Problem.notFound("There is no such rendition in this playback."));
    List<Segment> segments =
        sql.statement("playback/segments")
            .param("rendition", track.id())
            .query(Segment.class)
            .list();
    long longest = (plan(ticket).segmentMicros() * track.timescale() + 999_999) / 1_000_000;
    return new MediaPlaylist(track.timescale(), longest, segments, ticket.complete());
  }

  /** By the renditions' names; empty ones where nothing is there yet. */
  Map<String, Timeline> timelines(Ticket ticket) {
    return of(ticket, "playback/timelines").query(Row.class).list().stream()
        .collect(
            Collectors.groupingBy(
                Row::name,
                LinkedHashMap::new,
                Collectors.collectingAndThen(Collectors.toList(), StreamRows::timeline)));
  }

  /** What there is of a rendition; whatever is planned has a row. */
  static <T> T named(Map<String, T> all, String rendition) {
    return Objects.requireNonNull(all.get(rendition), rendition);
  }

  private static Timeline timeline(List<Row> rows) {
    return new Timeline(
        rows.get(0).timescale(),
        rows.stream()
            .filter(row -> row.times() > 0)
            .map(row -> new Stretch(row.duration(), row.times()))
            .toList());
  }

  private StatementSpec of(Ticket ticket, String statement) {
    return sql.statement(statement)
        .param("asset", ticket.assetId())
        .param("version", ticket.version());
  }

  /** A rendition whose first segments are there. */
  record Track(UUID id, String kind, int timescale) {}

  /** What a finished rendition takes. */
  record Measured(String name, long peak, long average, @Nullable Long keyFrames) {

    BitRates rates() {
      return new BitRates(peak, average, keyFrames);
    }
  }

  /** Equal segments in a row. */
  record Row(String name, int timescale, long duration, int times) {}
}
