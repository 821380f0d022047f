package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * After a film's renditions come its pictures: tiles for seeking, a preview, stills to choose from.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FilmPicturesIT {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final Pattern CUE =
      Pattern.compile("\n(storyboard/\\d+\\.jpg)#xywh=(\\d+),(\\d+),(\\d+),(\\d+)\n");

  @TempDir static Path folder;
  private Hub hub;
  private Api creator;
  private UUID asset;

  @BeforeAll
  void aFilmWithAllItsPictures() throws IOException {
    hub = Hub.start(folder, Map.of());
    creator = hub.user();
    asset = creator.upload(Clips.film(folder, 13));
    creator.awaitComplete(asset, LONG);
    awaitPictures();
  }

  @AfterAll
  void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
  }

  private void awaitPictures() {
    Awaitility.await("all pictures of " + asset)
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> creator.asset(asset),
            found -> {
              assertThat(found.path("warnings")).isEmpty();
              assertThat(found.path("status").asText()).isEqualTo("complete");
              return found.path("sideTasks").isEmpty();
            });
  }

  @Test
  void aPlayerFindsTheTileOfEveryMoment() throws IOException {
    URI address = URI.create(creator.playback(asset).path("storyboard").asText());
    Answer vtt = Http.get(address).expect(200);
    assertThat(vtt.header("Content-Type")).startsWith("text/vtt");
    assertThat(vtt.header("Access-Control-Allow-Origin")).isEqualTo("*");
    List<String[]> cues =
        CUE.matcher(vtt.text())
            .results()
            .map(cue -> new String[] {cue.group(1), cue.group(2), cue.group(3), cue.group(4)})
            .toList();
    assertThat(cues).hasSize(13).allMatch(cue -> cue[0].equals("storyboard/0.jpg"));
    Answer sheet = Http.get(address.resolve(cues.get(0)[0])).expect(302);
    BufferedImage picture = picture(sheet.location());
    assertThat(picture.getWidth()).isEqualTo(1600);
    assertThat(picture.getHeight()).isEqualTo(180);
    assertThat(Http.get(address.resolve("storyboard/1.jpg")).refuses(404).problem())
        .isEqualTo("not-found");
    Http.get(address.resolve("storyboard/init.mp4")).refuses(404);
  }

  @Test
  void aPlaybackThatIsOverShowsNoTiles() {
    JsonNode playback = creator.playback(asset);
    creator.delete("/api/playbacks/" + playback.path("playbackId").asText()).expect(204);
    URI address = URI.create(playback.path("storyboard").asText());
    Http.get(address).refuses(403);
    Http.get(address.resolve("storyboard/0.jpg")).refuses(403);
  }

  @Test
  void aShortSilentPreviewPlaysInLists() throws IOException {
    creator.patch("/api/assets/" + asset, Map.of("visibility", "public")).expect(200);
    JsonNode listed = find(hub.anonymous().get("/api/videos").expect(200).json().path("items"));
    assertThat(listed.path("preview").asText()).isNotBlank();
    Path preview = folder.resolve("preview.mp4");
    Files.write(preview, Http.bytes(URI.create(creator.asset(asset).path("preview").asText())));
    assertThat(Probe.streams(preview.toString()))
        .singleElement()
        .satisfies(
            stream -> {
              assertThat(stream.path("codec_name").asText()).isEqualTo("h264");
              assertThat(stream.path("height").asInt()).isEqualTo(360);
              assertThat(stream.path("duration").asDouble()).isBetween(3.0, 6.0);
            });
  }

  @Test
  void theOwnerChoosesWhatStandsForTheFilm() throws IOException {
    JsonNode found = thumbnails();
    assertThat(found).hasSize(6);
    assertThat(posters(found)).as("the best one").hasSize(1);
    JsonNode other = null;
    for (JsonNode each : found) {
      other = each.path("poster").asBoolean() ? other : each;
    }
    assertThat(picture(URI.create(other.path("url").asText())).getWidth()).isEqualTo(640);

    choose(creator, Map.of("thumbnail", other.path("id").asText())).expect(200);
    assertThat(posters(thumbnails())).containsExactly(other.path("id").asText());

    Answer taken = choose(creator, Map.of("at", 7.53)).expect(200);
    assertThat(taken.json().at("/sideTasks/0/kind").asText()).isEqualTo("make-thumbnails");
    awaitPictures();
    assertThat(thumbnails()).hasSize(7);
    assertThat(posters(thumbnails())).containsExactly("1-1");
    for (JsonNode each : thumbnails()) {
      if (each.path("poster").asBoolean()) {
        assertThat(each.path("at").asDouble()).isEqualTo(7.52);
      }
    }
    String poster = creator.playback(asset).path("poster").asText();
    assertThat(Http.get(URI.create(poster)).expect(302).location().getPath())
        .isEqualTo(URI.create(creator.asset(asset).path("poster").asText()).getPath())
        .contains("/make-thumbnails-1/");
  }

  @Test
  void onlyTheOwnerChoosesAndOnlyWhatThereIs() {
    Api stranger = hub.user();
    stranger.get("/api/assets/" + asset + "/thumbnails").refuses(404);
    choose(stranger, Map.of("at", 1)).refuses(404);
    choose(creator, Map.of("thumbnail", "7-1")).refuses(400);
    choose(creator, Map.of("at", 13.5)).refuses(400);
    choose(creator, Map.of("at", -1)).refuses(400);
    choose(creator, Map.of("thumbnail", "0-1", "at", 1)).refuses(400);
    choose(creator, Map.of()).refuses(400);
  }

  @Test
  void onlySideTasksOfOnesOwnAreTriedAgain() {
    String retry = "/api/assets/" + asset + "/tasks/%s/retry";
    String job = creator.asset(asset).path("jobId").asText();
    for (JsonNode task : creator.get("/jobs/" + job).expect(200).json().path("tasks")) {
      String path = retry.formatted(task.path("taskId").asText());
      hub.user().post(path).refuses(404);
      if (task.path("required").asBoolean()) {
        creator.post(path).refuses(404);
      } else {
        creator.post(path).expect(202);
      }
    }
    creator.post(retry.formatted(UUID.randomUUID())).refuses(404);
    assertThat(creator.asset(asset).path("sideTasks")).as("nothing had failed").isEmpty();
  }

  private JsonNode thumbnails() {
    return creator.get("/api/assets/" + asset + "/thumbnails").expect(200).json().path("items");
  }

  private static List<String> posters(JsonNode thumbnails) {
    List<String> ids = new ArrayList<>();
    for (JsonNode each : thumbnails) {
      if (each.path("poster").asBoolean()) {
        ids.add(each.path("id").asText());
      }
    }
    return ids;
  }

  private Answer choose(Api who, Map<String, ?> choice) {
    return who.put("/api/assets/" + asset + "/poster", choice);
  }

  private JsonNode find(JsonNode items) {
    for (JsonNode item : items) {
      if (item.path("id").asText().equals(asset.toString())) {
        return item;
      }
    }
    throw new AssertionError("not listed: " + items);
  }

  private static BufferedImage picture(URI address) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Http.bytes(address)));
  }
}
