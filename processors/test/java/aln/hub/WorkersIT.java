package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.embedded.SharedParts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of workers beside a hub without any: who takes what, and who goes on with it. */
class WorkersIT {

  private static final Duration LONG = Duration.ofMinutes(4);
  private static final String ALL_BUT_PROCESSING =
      "gateway,ingestion,jobs,content,playback,notifications,operations";

  @TempDir static Path folder;
  private static SharedParts parts;
  private static Hub hub;

  @BeforeAll
  static void start() throws IOException {
    parts = new SharedParts(folder.resolve("parts"));
    // One segment, and so one chunk, is as long as the longest film here.
    Map<String, String> settings =
        Map.of("ALN_SERVICES", ALL_BUT_PROCESSING, "ALN_MEDIA_SEGMENT_LENGTH", "30s");
    hub = launch("hub", settings).awaitReady();
  }

  @AfterAll
  static void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
    if (parts != null) {
      parts.close();
    }
  }

  @Test
  void handOverAtOnceWhatTheyCannotEndWhenTheyAreToldToStop() throws Exception {
    Api creator = hub.user();
    try (Hub old = worker("old", Map.of("ALN_SHUTDOWN_TIMEOUT", "4"))) {
      old.awaitReady();
      UUID asset = creator.upload(Clips.longFilm(folder));
      creator.awaitEncoding(asset);
      try (Hub next = worker("next", Map.of())) {
        next.awaitReady();
        Duration took = old.stop(Duration.ofSeconds(45));
        assertThat(old.log()).contains("Handed back encode-video");
        assertThat(took).as("a long chunk is not waited for").isLessThan(Duration.ofSeconds(15));
        creator.awaitComplete(asset, LONG);
        creator.insistOnOneAttemptEach(asset);
      }
    }
  }

  @Test
  void leaveTasksToOthersWhileTheirDiskIsFull() throws Exception {
    Api creator = hub.user();
    try (Hub full = worker("full", Map.of("ALN_SCRATCH_RESERVE", "900TB"))) {
      await("the full one says so")
          .atMost(LONG)
          .ignoreExceptions()
          .until(() -> workers(full).contains("ALN_SCRATCH_RESERVE"));
      await("the full one takes nothing").until(() -> full.log().contains("take nothing for now"));
      UUID asset = creator.upload(Clips.film(folder, 3));
      try (Hub free = worker("free", Map.of())) {
        creator.awaitComplete(asset, LONG);
        creator.insistOnOneAttemptEach(asset);
        assertThat(free.log()).doesNotContain("Setback");
      }
      assertThat(full.anonymous().get("/health").status()).isEqualTo(503);
    }
  }

  private static String workers(Hub hub) {
    return hub.anonymous().get("/health").json().path("parts").path("workers").asText();
  }

  private static Hub worker(String name, Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("ALN_SERVICES", "processing");
    return launch(name, settings);
  }

  private static Hub launch(String name, Map<String, String> own) throws IOException {
    return Hub.launch(folder.resolve(name), Servers.of(parts).with(own));
  }
}
