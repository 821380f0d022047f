package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import aln.testing.RealServers;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/uploads.md tells to type, typed. */
class UploadExamplesIT {

  private static final Path PAGE = Path.of("docs", "uploads.md");

  @TempDir Path folder;

  @Test
  void bringFourFilesIn() throws Exception {
    File jq = RealServers.jq();
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
      String said =
          new Shell(folder, List.of(jq))
              .with("HUB", hub.address().toString())
              .with("TOKEN", creator.token())
              .with("FILM", address)
              .run(Shell.examples(PAGE));
      JsonNode works = creator.get("/api/assets").expect(200).json().path("items");
      assertThat(works.findValuesAsText("filename"))
          .containsExactlyInAnyOrder("film.mp4", "film.mov", "film.mp4", "from-the-web.mp4");
      assertThat(works.findValuesAsText("status")).as(said).doesNotContain("pending");
    }
  }

  private static byte[] bytes(int count) {
    byte[] made = new byte[count];
    new Random(count).nextBytes(made);
    return made;
  }
}
