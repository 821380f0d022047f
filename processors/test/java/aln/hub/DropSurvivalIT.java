package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watcher that is killed in the middle loses no file of the drop folder and takes none twice. */
class DropSurvivalIT {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String DROP = "drop";

  /** More of them measure how fast the folder is worked off. */
  private static final int FILES = Integer.getInteger("aln.drop.files", 400);

  /** Nothing is taken before all of them are there. */
  private static final String SETTLE = 15 + FILES / 50 + "s";

  @TempDir static Path folder;
  private static Hub hub;

  @BeforeAll
  static void start() throws IOException {
    hub =
        Hub.start(
            folder,
            Map.of(
                "ALN_SERVICES", "gateway,ingestion,content,jobs",
                "ALN_INTAKE_JOBS", "1000000",
                "ALN_DROP_POLL", "500ms",
                "ALN_DROP_SETTLE", SETTLE));
  }

  @AfterAll
  static void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void takesEveryFileOnce() throws Exception {
    Api creator = hub.user();
    Path file = Files.writeString(folder.resolve("file"), "a small picture");
    List<String> names = IntStream.range(0, FILES).mapToObj("IMG_%05d.cr3"::formatted).toList();
    names.forEach(name -> hub.store().put(DROP, creator.id() + "/" + name, file));

    await().atMost(LONG).until(() -> taken(creator) > 0);
    hub.kill();
    hub.restart();
    int before = taken(creator);
    assertThat(before).as("killed in the middle").isLessThan(FILES);
    long begin = System.nanoTime();
    await().atMost(LONG).until(() -> hub.store().keys(DROP, creator.id() + "/").isEmpty());
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf("%.0f files a second%n", (FILES - before) / seconds);

    List<JsonNode> assets = assets(creator);
    assertThat(assets)
        .extracting(asset -> asset.path("title").asText() + ".cr3")
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(assets).noneMatch(asset -> asset.path("status").asText().equals("pending"));
    List<String> sources = hub.store().keys(Store.RAW, "user_" + creator.id() + "/");
    assertThat(sources).as("no copy that nobody needs").hasSize(FILES);
  }

  private static int taken(Api creator) {
    return FILES - hub.store().keys(DROP, creator.id() + "/").size();
  }

  private static List<JsonNode> assets(Api creator) {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = creator.get("/api/assets?limit=100" + cursor).expect(200).json();
      page.path("items").forEach(all::add);
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return all;
  }
}
