package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import aln.testing.TestMedia;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A film goes in, an adaptive stream comes out. What stands behind the hub makes no difference. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WholeWay {

  private static final Duration LONG = Duration.ofMinutes(4);

  @TempDir static Path folder;
  private Hub hub;

  /** What names the servers behind the hub. */
  abstract Map<String, String> servers();

  @BeforeAll
  void start() throws IOException {
    hub = Hub.start(folder, servers());
  }

  @AfterAll
  void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void aFilmBecomesAnAdaptiveStream() throws IOException {
    Path film = film();
    Api creator = hub.user();
    UUID asset = creator.upload(film);
    List<JsonNode> told = assertTimeoutPreemptively(LONG, () -> Events.untilTheEnd(creator, asset));
    List<Double> progress = told.stream().map(each -> each.path("progress").asDouble()).toList();
    assertThat(progress).as("grows").isSorted();
    assertThat(progress.stream().filter(each -> each > 0 && each < 1).distinct().count())
        .as("on the way: %s", progress)
        .isGreaterThan(1);

    JsonNode complete = creator.asset(asset);
    assertThat(complete.path("status").asText()).as(complete.toString()).isEqualTo("complete");
    assertThat(complete.path("type").asText()).isEqualTo("video");
    assertThat(complete.path("playable").asBoolean()).isTrue();

    Hls stream = creator.stream(asset);
    assertThat(stream.video()).hasSizeGreaterThan(1);
    assertThat(stream.audio()).hasSize(1);
    Probe source = Probe.of(film.toString(), "v:0");
    for (Hls.Rendition rendition : stream.video()) {
      assertThat(rendition.ended()).isTrue();
      assertThat(rendition.durations()).isEqualTo(stream.video().get(0).durations());
      Probe output = Probe.of(rendition.joined(folder).toString(), "v:0");
      assertThat(output.first()).isZero();
      assertThat(output.span()).isCloseTo(source.span(), within(1 / source.rate() + 0.002));
      double shape = (double) output.number("width") / output.number("height");
      assertThat(shape)
          .isCloseTo((double) source.number("width") / source.number("height"), within(0.02));
    }
    Probe sound = Probe.of(stream.audio().get(0).joined(folder).toString(), "a:0");
    assertThat(sound.span()).isCloseTo(source.span(), within(0.3));
  }

  @Test
  void aPlayerReadsTheWholeStream() {
    Api creator = hub.user();
    UUID asset = creator.upload(Clips.film(folder, 9));
    creator.awaitComplete(asset, LONG);
    URI master = URI.create(creator.playback(asset).path("hls").asText());
    List<JsonNode> streams = Probe.streams(master.toString());
    assertThat(streams.stream().filter(each -> each.path("codec_type").asText().equals("video")))
        .extracting(each -> each.path("height").asInt())
        .containsExactlyInAnyOrderElementsOf(heights(creator.asset(asset)));
    Probe seen = Probe.of(master.toString(), "v:0");
    assertThat(seen.times()).hasSize(9 * 25);
    Answer poster = Http.get(URI.create(creator.playback(asset).path("poster").asText()));
    byte[] picture = Http.bytes(poster.expect(302).location());
    assertThat(picture).startsWith(0xff, 0xd8);
  }

  private static List<Integer> heights(JsonNode asset) {
    List<Integer> heights = new ArrayList<>();
    asset
        .path("renditions")
        .forEach(
            rendition -> {
              if (rendition.path("kind").asText().equals("video")) {
                heights.add(rendition.path("height").asInt());
              }
            });
    return heights;
  }

  @Test
  void completingTwiceIsTheSameAsOnce() throws IOException {
    Api creator = hub.user();
    Path film = Clips.glimpse(folder);
    JsonNode upload = creator.initiate("glimpse.mp4", film.toFile().length());
    Api.put(upload, film);
    creator.complete(upload).expect(202);
    creator.complete(upload).expect(202);
    UUID asset = UUID.fromString(upload.path("assetId").asText());
    creator.awaitComplete(asset, LONG);
    assertThat(creator.complete(upload).expect(202).json().path("status").asText())
        .isEqualTo("complete");
    assertThat(creator.get("/jobs").expect(200).json().path("items")).hasSize(1);
  }

  /** A real trailer where there is one, else a film that takes as long. */
  private Path film() {
    return System.getenv("ALN_TEST_MEDIA") == null
        ? Clips.film(folder, "trailer.mp4", "854x480", 40)
        : TestMedia.file("video/sintel_trailer_720p24.mp4").toPath();
  }
}
