package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import aln.embedded.SharedParts;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.MoreCollectors;
import com.google.common.collect.Streams;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film that plays in H.264 as soon as any, and in AV1 as well for whoever comes later. */
class SecondSetIT {

  private static final int SECONDS = 10;

  @TempDir Path folder;

  @Test
  void isMadeAfterTheFirstAndListedByLaterPlaybacks() throws Exception {
    try (SharedParts parts = new SharedParts(folder.resolve("parts"));
        Hub hub =
            Hub.start(
                folder.resolve("hub"),
                Servers.of(parts).with(Map.of("ALN_MEDIA_LADDER", "compact")))) {
      Api creator = hub.user();
      UUID film = creator.upload(Clips.film(folder, "film.mp4", "854x480", SECONDS));
      creator.awaitComplete(film, Duration.ofMinutes(3));
      URI early = URI.create(creator.playback(film).path("hls").asText());
      assertThat(sets(early)).containsOnly("avc1");
      assertThat(creator.asset(film).path("sideTasks").findValuesAsText("kind"))
          .as("one task to whoever waits for it")
          .containsOnlyOnce("encode-second-set");

      JsonNode done = creator.awaitSideTasks(film, Duration.ofMinutes(3));
      assertThat(sets(early)).as("of a playback that goes on").containsOnly("avc1");
      JsonNode playback = creator.playback(film);
      URI late = URI.create(playback.path("hls").asText());
      assertThat(sets(late)).containsExactlyInAnyOrderElementsOf(twice(sets(early)));
      theSamePictures(Hls.of(late));
      assertThat(Dash.of(URI.create(playback.path("dash").asText())).pieces().keySet())
          .contains("480p", "480p-av1", "360p", "360p-av1");
      onlyTheFirstCanBeDownloaded(done.path("renditions"));
      receiptsAreKept(creator, done.path("jobId").asText());
    }
  }

  /** Each of them from its own segments, all of which the store has. */
  private void theSamePictures(Hls stream) throws Exception {
    int each = stream.video().size() / 2;
    for (int i = 0; i < each; i++) {
      Hls.Rendition first = stream.video().get(i);
      Hls.Rendition second = stream.video().get(each + i);
      assertThat(second.durations()).isEqualTo(first.durations());
      Probe picture = Probe.of(second.joined(folder).toString(), "v:0");
      assertThat(picture.times())
          .hasSize(SECONDS * 25)
          .isEqualTo(Probe.of(first.joined(folder).toString(), "v:0").times());
      assertThat(picture.stream().path("codec_name").asText()).isEqualTo("av1");
    }
  }

  private static void onlyTheFirstCanBeDownloaded(JsonNode renditions) {
    for (JsonNode rendition : renditions) {
      if (rendition.path("kind").asText().equals("video")) {
        assertThat(rendition.has("url"))
            .as(rendition.toString())
            .isEqualTo(!rendition.path("name").asText().endsWith("-av1"));
      }
    }
    assertThat(renditions.findValuesAsText("codecs"))
        .anyMatch(codec -> codec.matches("av01\\.0\\.0.M\\.08"));
  }

  private static void receiptsAreKept(Api creator, String job) {
    JsonNode receipts = creator.get("/jobs/" + job + "/receipts").expect(200).json();
    JsonNode made =
        Streams.stream(receipts.path("renditions"))
            .filter(each -> each.path("name").asText().equals("480p-av1"))
            .collect(MoreCollectors.onlyElement());
    assertThat(made.path("framesOut").asInt()).isEqualTo(SECONDS * 25);
    assertThat(made.at("/ssim/mean").asDouble()).isGreaterThan(0.9);
    assertThat(made.path("command").toString()).contains("libsvtav1");
  }

  /** The sample entry of each variant. */
  private static List<String> sets(URI master) {
    return Pattern.compile("#EXT-X-STREAM-INF:.*CODECS=\"(\\w+)\\.")
        .matcher(Http.get(master).expect(200).text())
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static List<String> twice(List<String> first) {
    return Stream.concat(first.stream(), first.stream().map(each -> "av01")).toList();
  }
}
