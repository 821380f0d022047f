package aln.hub;

import static aln.embedded.SeparateParts.BROKER;
import static aln.embedded.SeparateParts.DATABASE;
import static aln.embedded.SeparateParts.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.embedded.SeparateParts;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part goes away and comes back; the hub says so and goes on by itself, without a restart. */
class PartsAwayIT {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final Map<String, Object> FILM =
      Map.of("filename", "film.mp4", "contentType", "video/mp4", "size", 1000);

  @TempDir static Path folder;
  private static SeparateParts parts;
  private static Hub hub;
  private static Api creator;

  @BeforeAll
  static void start() throws Exception {
    parts = new SeparateParts(folder.resolve("parts"), Ports.free(), Ports.free(), Ports.free());
    hub = Hub.start(folder.resolve("hub"), parts.settings());
    creator = hub.user();
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

  @AfterEach
  void everythingIsBack() throws Exception {
    parts.startAll();
  }

  @Test
  void theDatabaseGoesAndComesBack() throws Exception {
    parts.stop(DATABASE);
    Answer health = awaitDown(DATABASE);
    assertThat(health.json().path("parts").path(BROKER).asText()).isEqualTo("UP");
    isPutOff(creator.post("/api/uploads/initiate", FILM), "database");
    isPutOff(creator.get("/api/assets"), "database");
    isPutOff(hub.anonymous().get("/api/videos"), "database");

    parts.start(DATABASE);
    awaitUp();
    takesAndFinishesAFilm();
  }

  @Test
  void theStoreGoesAndComesBack() throws Exception {
    JsonNode announced = creator.initiate("film.mp4", 1000);
    parts.stop(STORE);
    awaitDown(STORE);
    isPutOff(creator.complete(announced), "object storage");
    await("the circuit opens after some calls that failed, and the door closes")
        .atMost(SOON)
        .until(
            () -> {
              creator.complete(announced).expect(503);
              return creator.post("/api/uploads/initiate", FILM).status() == 503;
            });
    isPutOff(creator.post("/api/uploads/initiate", FILM), "object storage");
    creator.get("/api/assets").expect(200);

    parts.start(STORE);
    awaitUp();
    await("the door opens")
        .atMost(SOON)
        .until(() -> creator.post("/api/uploads/initiate", FILM).status() == 201);
    takesAndFinishesAFilm();
  }

  @Test
  void theBrokerGoesAndComesBackAndWhatCameMeanwhileIsDone() throws Exception {
    parts.stop(BROKER);
    awaitDown(BROKER);
    UUID asset = creator.upload(Clips.glimpse(folder));

    parts.start(BROKER);
    awaitUp();
    creator.awaitComplete(asset, LONG);
  }

  private static Answer awaitDown(String part) {
    Answer down =
        await("/health says that the " + part + " is away")
            .atMost(SOON)
            .until(() -> hub.anonymous().get("/health"), answer -> answer.status() == 503);
    assertThat(down.json().path("status").asText()).isEqualTo("DOWN");
    assertThat(down.json().path("parts").path(part).asText()).contains("Check ALN_");
    assertThat(Integer.parseInt(down.header("Retry-After"))).isPositive();
    return down;
  }

  private static void awaitUp() {
    await("/health says UP")
        .atMost(SOON)
        .until(() -> hub.anonymous().get("/health").status() == 200);
  }

  /** Whoever is refused is told when to come back. */
  private static void isPutOff(Answer answer, String part) {
    answer.refuses(503);
    assertThat(answer.json().path("detail").asText()).contains(part, "Try again");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
  }

  private static void takesAndFinishesAFilm() {
    creator.awaitComplete(creator.upload(Clips.glimpse(folder)), LONG);
  }
}
