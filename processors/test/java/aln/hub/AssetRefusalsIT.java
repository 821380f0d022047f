package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody sees, changes or deletes what is not theirs. */
class AssetRefusalsIT extends Refusals {

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
  void nothingPlaysAndNothingStaysAfterADeletion() {
    UUID asset = owner.upload(Clips.film(folder, "gone.mp4", "320x240", 3));
    owner.awaitComplete(asset, LONG);
    owner.awaitSideTasks(asset, LONG);
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
}
