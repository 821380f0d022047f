package aln.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import aln.embedded.SharedParts;
import aln.testing.RealServers;
import aln.testing.TestMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a creator, a stranger and an admin do on the page, in a real browser. */
class JourneyIT {

  private static final Path SCRIPT = Path.of("frontend", "e2e", "journey.mjs").toAbsolutePath();
  private static final int MINUTES = 5;

  @TempDir Path folder;

  @Test
  void aFilmIsDroppedWatchedPublishedAndDeletedInABrowser() throws Exception {
    String chromium = RealServers.chromium().getPath();
    try (SharedParts parts = new SharedParts(folder.resolve("parts"));
        Hub hub = Hub.start(folder.resolve("hub"), Servers.of(parts).settings());
        Broker broker = Broker.at(parts.broker())) {
      for (String queue : List.of("aln.inspect", "aln.open-job")) {
        broker.send(
            "", queue, Map.of("cloudEvents_type", "task.inspect"), "poison".getBytes(UTF_8));
      }
      Path said = folder.resolve("journey.log");
      Process browser = journey(hub, chromium, said);
      boolean ended = browser.waitFor(MINUTES, TimeUnit.MINUTES);
      browser.destroyForcibly();
      assertThat(ended).as("ends by itself; it said\n%s", Files.readString(said)).isTrue();
      assertThat(browser.exitValue()).as(Files.readString(said)).isZero();
      assertThat(said).content().contains("an admin discards all that is shown", "journey: done");
    }
  }

  /** A real clip where there are some. */
  private Path clip() {
    return System.getenv("ALN_TEST_MEDIA") == null
        ? Clips.film(folder, 6)
        : TestMedia.file("video/flower_540p30_cc0.mp4").toPath();
  }

  private Process journey(Hub hub, String chromium, Path said) throws IOException {
    String clip = clip().toString();
    var builder = new ProcessBuilder("node", SCRIPT.toString(), hub.address().toString(), clip);
    builder.environment().put("ALN_TEST_CHROMIUM", chromium);
    builder.environment().put("ALN_ADMIN_EMAIL", Hub.ADMIN);
    builder.environment().put("ALN_ADMIN_PASSWORD", Hub.PASSWORD);
    return builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
  }
}
