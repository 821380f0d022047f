package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import aln.testing.RealServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The uploader that many pages have, as docs/uploads.md shows it, in a real browser. */
class UppyIT {

  private static final Path SCRIPT = Path.of("frontend", "e2e", "uppy.mjs").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void bringsAFileInAndGoesOnAfterItsPageWasClosed() throws Exception {
    String chromium = RealServers.chromium().getPath();
    try (Hub hub = Hub.start(folder.resolve("hub"))) {
      Path said = folder.resolve("uppy.log");
      var builder =
          new ProcessBuilder(
              "node", SCRIPT.toString(), hub.address().toString(), hub.user().token());
      builder.environment().put("ALN_TEST_CHROMIUM", chromium);
      Process browser = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
      boolean ended = browser.waitFor(2, TimeUnit.MINUTES);
      browser.destroyForcibly();
      assertThat(ended).as("ends by itself; it said\n%s", Files.readString(said)).isTrue();
      assertThat(said).content().contains("uppy: done");
    }
  }
}
