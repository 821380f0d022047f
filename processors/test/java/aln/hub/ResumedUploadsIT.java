package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import aln.testing.RealServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A large file goes in through the page, in a real browser, while page and hub die. */
class ResumedUploadsIT {

  private static final Path SCRIPT = Path.of("frontend", "e2e", "resume.mjs").toAbsolutePath();
  private static final int MEGABYTES = 200;

  @TempDir Path folder;

  @Test
  @Timeout(300)
  void goOnAfterThePageWasKilledAndAfterTheHubWasKilled() throws Exception {
    String chromium = RealServers.chromium().getPath();
    try (Hub hub = Hub.start(folder.resolve("hub"))) {
      var builder =
          new ProcessBuilder(
              "node", SCRIPT.toString(), hub.address().toString(), film().toString());
      builder.environment().put("ALN_TEST_CHROMIUM", chromium);
      Process browser = builder.redirectErrorStream(true).start();
      String said = killWhenAsked(browser, hub);
      assertThat(said).contains("sent twice: none", "resume: done");
    }
  }

  private static String killWhenAsked(Process browser, Hub hub) throws Exception {
    StringBuilder said = new StringBuilder();
    try (BufferedReader out = browser.inputReader();
        PrintWriter in = new PrintWriter(browser.outputWriter(), true)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.append(line).append('\n');
        if (line.equals("ask: kill")) {
          hub.kill();
          hub.restart();
          in.println("kill");
        }
      }
    } finally {
      browser.destroyForcibly();
    }
    return said.toString();
  }

  /** No film at all, but as large as one. */
  private Path film() throws IOException {
    Path film = folder.resolve("film.mov");
    byte[] megabyte = new byte[1 << 20];
    Random random = new Random(1);
    try (OutputStream out = Files.newOutputStream(film)) {
      for (int i = 0; i < MEGABYTES; i++) {
        random.nextBytes(megabyte);
        out.write(megabyte);
      }
    }
    return film;
  }
}
