package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody sees, plays, changes or deletes what is not theirs, and a wrong request says what to do.
 */
class RefusalsIT {

  private static final Duration LONG = Duration.ofMinutes(2);

  /** Long enough for a test, short enough to see one end. */
  private static final Duration PLAYBACK = Duration.ofSeconds(15);

  @TempDir static Path folder;
  private static Hub hub;
  private static Api owner;
  private static Api stranger;

  /** A complete private video of the owner, 640×360. */
  private static UUID video;

  @BeforeAll
  static void start() throws IOException {
    hub = Hub.start(folder, Map.of("ALN_PLAYBACK_EXPIRY", PLAYBACK.toSeconds() + "s"));
    owner = hub.user();
    stranger = hub.user();
    video = owner.upload(Clips.film(folder, 5));
    owner.awaitComplete(video, LONG);
  }

  @AfterAll
  static void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void completeSaysThatNothingArrived() {
    JsonNode upload = owner.initiate("film.mp4", 1000);
    assertThat(owner.complete(upload).refuses(409).problem()).isEqualTo("source-missing");
    assertThat(status(upload)).isEqualTo("pending");
  }

  @Test
  void completeSaysHowMuchArrivedAndTakesTheRest() throws IOException {
    Path film = Clips.glimpse(folder);
    Path part = Files.write(folder.resolve("part.mp4"), new byte[10]);
    JsonNode upload = owner.initiate("glimpse.mp4", film.toFile().length());
    Api.put(upload, part);
    Answer refusal = owner.complete(upload).refuses(409);
    assertThat(refusal.problem()).isEqualTo("size-mismatch");
    assertThat(refusal.json().path("detail").asText())
        .contains(film.toFile().length() + " bytes were announced and 10 arrived");
    assertThat(status(upload)).isEqualTo("pending");

    Api.put(upload, film);
    owner.complete(upload).expect(202);
    owner.awaitComplete(asset(upload), LONG);
  }

  @Test
  void emptyAndTooLargeFilesAreRefusedAtTheDoor() {
    var film = Map.of("filename", "film.mp4", "contentType", "video/mp4", "size", 0);
    assertThat(owner.post("/api/uploads/initiate", film).refuses(422).problem())
        .isEqualTo("empty-file");
    var huge = Map.of("filename", "film.mp4", "contentType", "video/mp4", "size", 1L << 50);
    assertThat(owner.post("/api/uploads/initiate", huge).refuses(413).problem())
        .isEqualTo("too-large");
  }

  @Test
  void uploadsOfOthersDoNotExist() {
    JsonNode theirs = owner.initiate("film.mp4", 10);
    String id = theirs.path("uploadId").asText();
    for (Api other : List.of(stranger, hub.admin())) {
      other.complete(theirs).refuses(404);
      other.delete("/api/uploads/" + id).refuses(404);
    }
    hub.anonymous().complete(theirs).refuses(401);
    owner.delete("/api/uploads/" + id).expect(204);
    assertThat(owner.complete(theirs).refuses(409).problem()).isEqualTo("upload-aborted");
  }

  @Test
  void unknownIdsAreNotFoundAndWrongOnesAreInvalid() {
    String unknown = UUID.randomUUID().toString();
    owner.post("/api/uploads/complete", Map.of("uploadId", unknown)).refuses(404);
    owner.post("/api/playbacks", Map.of("assetId", unknown)).refuses(404);
    for (String path : List.of("/api/assets/", "/jobs/", "/api/videos/")) {
      owner.get(path + unknown).refuses(404);
      owner.get(path + "1").refuses(400);
      owner.get(path + "..%2F..%2Fetc%2Fpasswd").expectRefusal();
    }
    owner.delete("/api/playbacks/" + unknown).refuses(404);
    owner.post("/api/uploads/complete", Map.of("uploadId", "1")).refuses(400);
  }

  @Test
  void assetsAndJobsOfOthersDoNotExist() {
    String asset = "/api/assets/" + video;
    String job = "/jobs/" + owner.asset(video).path("jobId").asText();
    stranger.get(asset).refuses(404);
    stranger.patch(asset, Map.of("title", "Mine now")).refuses(404);
    stranger.delete(asset).refuses(404);
    stranger.get(job).refuses(404);
    stranger.get("/api/admin/assets").refuses(403);
    stranger.get("/api/admin/dead-letters").refuses(403);
    assertThat(stranger.get("/api/assets").expect(200).json().path("items")).isEmpty();
    assertThat(stranger.get("/jobs").expect(200).json().path("items")).isEmpty();
    for (String path : List.of(asset, job, "/api/assets", "/jobs", "/api/admin/assets")) {
      hub.anonymous().get(path).refuses(401);
    }
    owner.get(asset).expect(200);
    owner.get(job).expect(200);
    assertThat(hub.admin().get(asset).expect(200).json().path("title").asText()).isEqualTo("film");
  }

  @Test
  void onlyWhoMayPlayGetsAPlayback() {
    UUID own = owner.upload(Clips.glimpse(folder));
    owner.awaitComplete(own, LONG);
    var request = Map.of("assetId", own);
    stranger.post("/api/playbacks", request).refuses(404);
    hub.anonymous().post("/api/playbacks", request).refuses(404);
    hub.anonymous().get("/api/videos/" + own).refuses(404);

    show(own, "unlisted");
    hub.anonymous().post("/api/playbacks", request).expect(201);
    assertThat(publicVideos()).doesNotContain(own.toString());

    show(own, "public");
    await().atMost(LONG).until(() -> publicVideos().contains(own.toString()));
    JsonNode detail = hub.anonymous().get("/api/videos/" + own).expect(200).json();
    Hls public_ = Hls.of(URI.create(detail.path("playback").path("hls").asText()));
    URI segment = public_.video().get(0).pieces().get(0);
    Http.get(segment).expect(302);

    show(own, "private");
    Http.get(segment).refuses(403);
    Http.get(public_.master()).refuses(403);
    assertThat(publicVideos()).doesNotContain(own.toString());
    stranger.post("/api/playbacks", request).refuses(404);
  }

  @Test
  void nothingPlaysWithoutAPlayback() {
    JsonNode playback = owner.playback(video);
    String token = token(playback);
    for (String address : addresses(playback)) {
      Http.get(URI.create(address)).expectPlayable();
      String guess = address.replace(token, token.substring(1) + "A");
      Http.get(URI.create(guess)).refuses(404);
    }
  }

  @Test
  void anExpiredPlaybackIsOver() {
    JsonNode playback = owner.playback(video);
    List<String> addresses = addresses(playback);
    await()
        .atMost(PLAYBACK.multipliedBy(3))
        .until(() -> Http.get(URI.create(addresses.get(0))).status() != 200);
    for (String address : addresses) {
      assertThat(Http.get(URI.create(address)).refuses(403).problem()).isEqualTo("playback-over");
    }
  }

  @Test
  void aRevokedPlaybackIsOverAtOnce() {
    JsonNode playback = owner.playback(video);
    List<String> addresses = addresses(playback);
    String path = "/api/playbacks/" + playback.path("playbackId").asText();
    stranger.delete(path).refuses(404);
    Http.get(URI.create(addresses.get(0))).expect(200);
    owner.delete(path).expect(204);
    for (String address : addresses) {
      Http.get(URI.create(address)).refuses(403);
    }
  }

  @Test
  void aTokenOpensItsOwnAssetOnly() {
    UUID small = owner.upload(Clips.glimpse(folder));
    owner.awaitComplete(small, LONG);
    Hls large = owner.stream(video);
    JsonNode playback = owner.playback(small);
    Hls.Rendition theirs = large.video().get(0);
    String name = theirs.playlist().getPath().replaceAll(".*/([^/]+)/index.m3u8", "$1");
    String base = playback.path("hls").asText().replace("master.m3u8", "");
    for (String path :
        List.of(
            name + "/index.m3u8",
            name + "/init.mp4",
            name + "/0.m4s",
            "audio-9/0.m4s",
            "..%2F" + token(owner.playback(video)) + "/master.m3u8",
            "%2e%2e/master.m3u8",
            name + "/..%2F..%2Fsource",
            name + "/source")) {
      Http.get(URI.create(base + path)).expectRefusal();
    }
    Hls own = Hls.of(URI.create(playback.path("hls").asText()));
    String last =
        own.video().get(0).pieces().get(own.video().get(0).pieces().size() - 1).toString();
    Http.get(URI.create(last.replaceFirst("\\d+\\.m4s$", "999.m4s"))).refuses(404);
    Http.get(URI.create(last.replaceFirst("\\d+\\.m4s$", "-1.m4s"))).refuses(404);
  }

  @Test
  void jobsTakeOnlyKeysOfTheCaller() {
    String key = "user_" + owner.id() + "/" + video + "/source";
    assertThat(hub.store().keys(Store.RAW, key)).containsExactly(key);
    for (String tried :
        List.of(
            key,
            "user_" + stranger.id() + "/../user_" + owner.id() + "/" + video + "/source",
            "user_" + stranger.id() + "/nothing.mp4",
            "user_" + stranger.id() + "/./nothing.mp4",
            "user_" + stranger.id() + "//nothing.mp4",
            "user_" + stranger.id() + "/" + "long".repeat(230),
            "user_" + stranger.id() + "/%2e%2e/nothing.mp4",
            "user_" + stranger.id() + "/bell\u0007.mp4",
            "/" + key,
            "../" + Store.RAW + "/" + key,
            "user_")) {
      stranger.post("/jobs", Map.of("input_key", tried)).expectRefusal();
    }
    assertThat(stranger.get("/jobs").expect(200).json().path("items")).isEmpty();
    owner.post("/jobs", Map.of("input_key", key, "profile", "cinema")).refuses(400);
    owner.post("/jobs", Map.of("input_key", key, "profile", "../standard")).refuses(400);
    assertThat(owner.get("/jobs").expect(200).json().toString()).doesNotContain("queued");
  }

  @Test
  void aNewJobOfAnAssetMakesOneMoreVersionWhileTheOldOnePlays() {
    UUID asset = owner.upload(Clips.glimpse(folder));
    owner.awaitComplete(asset, LONG);
    var request = Map.of("input_key", "user_" + owner.id() + "/" + asset + "/source");
    JsonNode job = owner.post("/jobs", request).expect(201).json();
    assertThat(job.path("assetId").asText()).isEqualTo(asset.toString());
    await()
        .atMost(LONG)
        .until(
            () ->
                owner
                    .get("/jobs/" + job.path("jobId").asText())
                    .expect(200)
                    .json()
                    .path("status")
                    .asText()
                    .equals("complete"));
    owner.awaitComplete(asset, LONG);
    assertThat(owner.stream(asset).video())
        .hasSize(owner.asset(asset).path("renditions").size() - 1);
  }

  @Test
  void aJobForAnUploadThatIsNotCompleteIsRefused() {
    Path film = Clips.glimpse(folder);
    JsonNode upload = owner.initiate("glimpse.mp4", film.toFile().length());
    Api.put(upload, film);
    String key = "user_" + owner.id() + "/" + upload.path("assetId").asText() + "/source";
    owner.post("/jobs", Map.of("input_key", key)).refuses(409);
    owner.complete(upload).expect(202);
    owner.awaitComplete(asset(upload), LONG);
  }

  @Test
  void nothingPlaysAndNothingStaysAfterADeletion() {
    UUID asset = owner.upload(Clips.film(folder, "gone.mp4", "320x240", 3));
    owner.awaitComplete(asset, LONG);
    String prefix = "user_" + owner.id() + "/" + asset + "/";
    Store store = hub.store();
    assertThat(store.keys(Store.RAW, prefix)).hasSize(1);
    assertThat(store.keys(Store.TRANSCODED, prefix)).isNotEmpty();
    List<String> addresses = addresses(owner.playback(asset));

    owner.delete("/api/assets/" + asset).expect(204);

    addresses.forEach(address -> Http.get(URI.create(address)).expectRefusal());
    owner.get("/api/assets/" + asset).refuses(404);
    owner.delete("/api/assets/" + asset).refuses(404);
    owner.post("/api/playbacks", Map.of("assetId", asset)).refuses(404);
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              assertThat(store.keys(Store.RAW, prefix)).isEmpty();
              assertThat(store.keys(Store.TRANSCODED, prefix)).isEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../etc/passwd",
        "/etc/passwd",
        "..\\..\\boot.ini",
        "a/b/../c.mp4",
        "🎬 “é”.mp4"
      })
  void aFilenameIsNeverAPath(String filename) {
    Path film = Clips.glimpse(folder);
    JsonNode upload = owner.initiate(filename, film.toFile().length());
    UUID asset = asset(upload);
    assertThat(URI.create(upload.path("url").asText()).getPath())
        .isEqualTo("/" + Store.RAW + "/user_" + owner.id() + "/" + asset + "/source");
    JsonNode shown = owner.asset(asset);
    assertThat(shown.path("filename").asText()).isEqualTo(filename);
    assertThat(shown.path("title").asText()).isNotBlank().doesNotContain("/");
    owner.delete("/api/uploads/" + upload.path("uploadId").asText()).expect(204);
  }

  private static void show(UUID asset, String visibility) {
    owner.patch("/api/assets/" + asset, Map.of("visibility", visibility)).expect(200);
  }

  private static List<String> publicVideos() {
    List<String> ids = new ArrayList<>();
    hub.anonymous()
        .get("/api/videos?limit=100")
        .expect(200)
        .json()
        .path("items")
        .forEach(each -> ids.add(each.path("id").asText()));
    return ids;
  }

  /** Playlists, a segment and the poster. */
  private static List<String> addresses(JsonNode playback) {
    Hls stream = Hls.of(URI.create(playback.path("hls").asText()));
    Hls.Rendition rendition = stream.video().get(0);
    return List.of(
        stream.master().toString(),
        rendition.playlist().toString(),
        rendition.init().toString(),
        rendition.pieces().get(0).toString(),
        playback.path("poster").asText());
  }

  private static String token(JsonNode playback) {
    return playback.path("hls").asText().replaceAll(".*/play/([^/]+)/.*", "$1");
  }

  private static UUID asset(JsonNode upload) {
    return UUID.fromString(upload.path("assetId").asText());
  }

  private static String status(JsonNode upload) {
    return owner.asset(asset(upload)).path("status").asText();
  }
}
