package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a hub ends, what it was given comes to its end after the next start, and once. */
class SurvivalIT {

  private static final Duration LONG = Duration.ofMinutes(4);

  /** What a worker gets to finish, and some time for the rest. */
  private static final Duration GRACE = Duration.ofSeconds(45);

  @TempDir static Path folder;
  private static Hub hub;
  private static Path film;

  @BeforeAll
  static void start() throws IOException {
    hub = Hub.start(folder, Map.of("ALN_TASK_LEASE", "3s", "ALN_MEDIA_LADDER", "fast"));
    film = Clips.longFilm(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void finishesWhatWasBeingEncodedWhenItWasKilled() throws Exception {
    Api creator = hub.user();
    UUID asset = creator.upload(film);
    creator.awaitEncoding(asset);
    hub.kill();
    hub.restart();
    isWholeAndOnce(creator, asset, 30);
  }

  @Test
  void losesNoUploadThatItHasAccepted() throws Exception {
    Api creator = hub.user();
    UUID asset = creator.upload(Clips.film(folder, 4));
    hub.kill();
    hub.restart();
    isWholeAndOnce(creator, asset, 4);
  }

  @Test
  void stopsInTimeInTheMiddleOfWorkAndFinishesItLater() throws Exception {
    Api creator = hub.user();
    UUID asset = creator.upload(film);
    creator.awaitEncoding(asset);
    hub.stop(GRACE);
    hub.restart();
    isWholeAndOnce(creator, asset, 30);
    creator.insistOnOneAttemptEach(asset);
  }

  private static void isWholeAndOnce(Api creator, UUID asset, double seconds) {
    creator.awaitComplete(asset, LONG);
    JsonNode jobs = creator.get("/jobs").expect(200).json().path("items");
    assertThat(jobs).hasSize(1);
    assertThat(jobs.get(0).path("status").asText()).isEqualTo("complete");
    Hls stream = creator.stream(asset);
    assertThat(stream.video()).isNotEmpty();
    for (Hls.Rendition rendition : stream.video()) {
      assertThat(rendition.ended()).isTrue();
      assertThat(rendition.durations()).isEqualTo(stream.video().get(0).durations());
      assertThat(rendition.duration()).isCloseTo(seconds, within(0.05));
    }
    assertThat(stream.audio().get(0).duration()).isCloseTo(seconds, within(0.2));
  }
}
