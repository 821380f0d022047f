package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.testing.MinioServer;
import aln.testing.RealServers;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/drop-folder.md tells to type, typed; MinIO's notifications are the only wake-up. */
class DropExamplesIT {

  private static final Path PAGE = Path.of("docs", "drop-folder.md");
  private static final String ELSEWHERE =
      "! rclone copyto second-card/song.flac hub:drop/bola@example.com/song.flac --retries 1";
  private static final String EXPIRY =
      "mc admin config get store api | grep -F MINIO_API_STALE_UPLOADS_EXPIRY=192h";

  @TempDir Path folder;

  @Test
  void bringACardInAsThePhotographerAlone() throws Exception {
    List<File> programs = List.of(RealServers.rclone(), RealServers.mc());
    Servers servers = Servers.real();
    try (var minio = MinioServer.start(folder, servers.broker());
        Hub hub = Hub.start(folder.resolve("hub"), settings(servers, minio))) {
      Api amina = register(hub);
      write("card/dance.mp4", "a film");
      write("card/dance.yaml", "title: The Dance");
      write("card/still.cr3", "a picture");
      write("second-card/song.flac", "a song");
      write("solo.flac", "another song");
      Shell shell =
          new Shell(folder, programs)
              .with("STORE", minio.endpoint().toString())
              .with("ACCESS_KEY", MinioServer.USER)
              .with("SECRET_KEY", MinioServer.PASSWORD)
              .with("HER_KEY", "a long secret of hers");
      List<String> told = Shell.examples(PAGE);
      // Whoever runs the store comes first, though further down on the page.
      shell.run(told.stream().filter(each -> each.contains(" store")).toList());
      shell.run(told.stream().filter(each -> !each.contains(" store")).toList());
      shell.run(List.of(ELSEWHERE, EXPIRY));

      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat(titles(amina))
                      .containsExactlyInAnyOrder("The Dance", "still", "song", "solo"));
      assertThat(folder.resolve("card").toFile().list()).as("moved").isEmpty();
    }
  }

  private static Map<String, String> settings(Servers servers, MinioServer minio) {
    return servers.with(
        Map.of(
            "ALN_SERVICES",
            "gateway,ingestion,content",
            "ALN_DROP_POLL",
            "1h",
            "ALN_DROP_SETTLE",
            "1s",
            "ALN_S3_ENDPOINT",
            minio.endpoint().toString(),
            "ALN_S3_ACCESS_KEY",
            MinioServer.USER,
            "ALN_S3_SECRET_KEY",
            MinioServer.PASSWORD));
  }

  private static Api register(Hub hub) {
    var credentials = Map.of("email", "amina@example.com", "password", Hub.PASSWORD);
    hub.anonymous().post("/api/auth/register", credentials).expect(201);
    return Api.login(hub.address(), "amina@example.com", Hub.PASSWORD);
  }

  private void write(String name, String content) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static List<String> titles(Api creator) {
    JsonNode works = creator.get("/api/assets").expect(200).json().path("items");
    assertThat(works.findValuesAsText("status")).doesNotContain("pending");
    return works.findValuesAsText("title");
  }
}
