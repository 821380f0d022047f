package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import aln.testing.RealServers;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/uploads.md tells to type, typed. */
class UploadExamplesIT {

  private static final Path PAGE = Path.of("docs", "uploads.md");
  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void bringFourFilesIn() throws Exception {
    Path jq = RealServers.jq().toPath();
    Files.write(folder.resolve("film.mp4"), bytes(1000));
    Files.write(folder.resolve("film.mov"), bytes(11 << 20));
    byte[] film = bytes(2000);
    try (Origin web = new Origin();
        Hub hub = Hub.start(folder.resolve("hub"), Map.of("ALN_OUTBOUND_ALLOW", "127.0.0.1"))) {
      String address =
          web.serve(
              "/from-the-web.mp4",
              (exchange, asked, turn) -> Origin.file(exchange, asked, film, "\"a\"", film.length));
      Api creator = hub.user();
      Path said = folder.resolve("said.log");
      var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", examples());
      builder.environment().put("HUB", hub.address().toString());
      builder.environment().put("TOKEN", creator.token());
      builder.environment().put("FILM", address);
      builder.environment().merge("PATH", jq.getParent().toString(), (old, own) -> own + ":" + old);
      Process shell =
          builder
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean ended = shell.waitFor(2, TimeUnit.MINUTES);
      shell.destroyForcibly();
      assertThat(ended && shell.exitValue() == 0).as(Files.readString(said)).isTrue();
      JsonNode works = creator.get("/api/assets").expect(200).json().path("items");
      assertThat(works.findValuesAsText("filename"))
          .containsExactlyInAnyOrder("film.mp4", "film.mov", "film.mp4", "from-the-web.mp4");
      assertThat(works.findValuesAsText("status"))
          .as(Files.readString(said))
          .doesNotContain("pending");
    }
  }

  private static String examples() throws IOException {
    return SHELL
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult each) -> each.group(1))
        .collect(Collectors.joining("\n"));
  }

  private static byte[] bytes(int count) {
    byte[] made = new byte[count];
    new Random(count).nextBytes(made);
    return made;
  }
}
