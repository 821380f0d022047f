package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Jobs work on what is the caller's and has arrived. */
class JobRefusalsIT extends Refusals {

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
            "\u001e",
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
    owner.awaitComplete(UUID.fromString(upload.path("assetId").asText()), LONG);
  }
}
