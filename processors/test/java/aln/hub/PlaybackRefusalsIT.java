package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody plays what is not theirs to play. */
class PlaybackRefusalsIT extends Refusals {

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
}
