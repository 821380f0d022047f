package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.web.ContractOperation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The examples of the contract, sent to a running hub: every operation does what it says, and
 * {@link Described} looks at every answer.
 */
class EveryOperationIT extends Refusals {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of what these operations are about, there is nothing in a hub where all went well. */
  private static final Set<String> ABOUT_NOTHING =
      Set.of(
          "read-dead-letter",
          "replay-dead-letter",
          "discard-dead-letter",
          "resend-callback",
          "change-job");

  /** By operationId: what stands in the place of the example's own names. */
  private final Map<String, Map<String, Object>> bodies = new HashMap<>();

  /** By operationId, or by the name alone: what stands in a path. */
  private final Map<String, String> places = new HashMap<>();

  @Test
  void answersItsExample() throws IOException {
    setTheScene();
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String id : Described.operations()) {
      answers.put(id, send(Described.operation(id)));
    }
    Map<String, String> refused = new TreeMap<>();
    answers.forEach(
        (id, answer) -> {
          int wanted = ABOUT_NOTHING.contains(id) ? 4 : 2;
          if (answer.status() / 100 != wanted) {
            refused.put(id, answer.request() + " " + answer.status() + " " + answer.text());
          }
        });
    assertThat(refused).isEmpty();
  }

  private Answer send(ContractOperation operation) {
    Api caller =
        switch (operation.access()) {
          case OPEN -> hub.anonymous();
          case ADMIN -> hub.admin();
          case OPTIONAL, SIGNED_IN -> owner;
        };
    String path = operation.pattern().getPatternString();
    for (var parameter : operation.parameters()) {
      String name = parameter.getName();
      String place = places.getOrDefault(operation.id() + "/" + name, places.get(name));
      path = path.replace("{" + name + "}", place == null ? UUID.randomUUID().toString() : place);
    }
    Object example = Described.example(operation);
    if (example == null) {
      return caller.send(operation.method(), path, BodyPublishers.noBody());
    }
    ObjectNode body = JSON.valueToTree(example);
    bodies
        .getOrDefault(operation.id(), Map.of())
        .forEach((name, value) -> body.set(name, JSON.valueToTree(value)));
    return caller.send(operation.method(), path, BodyPublishers.ofString(body.toString()));
  }

  private void setTheScene() throws IOException {
    JsonNode shown = owner.awaitSideTasks(video, LONG);
    places.put("id", video.toString());
    places.put("partNumber", "1");
    aboutAccounts();
    aboutAssets();
    aboutUploads();
    String job = shown.path("jobId").asText();
    places.put("read-job/id", job);
    places.put("read-receipts/id", job);
    places.put("retry-task/taskId", sideTask(job));
    bodies.put("grant-playback", Map.of("assetId", video));
    places.put("revoke-playback/id", owner.playback(video).path("playbackId").asText());
    aboutJobs(job);
    aboutMoney();
  }

  private void aboutJobs(String ended) throws IOException {
    places.put("change-job/id", ended);
    UUID asset = owner.upload(Clips.film(folder, 5));
    String cancelled =
        await("the job of " + asset)
            .atMost(LONG)
            .until(() -> owner.asset(asset).path("jobId").asText(), id -> !id.isEmpty());
    owner.post("/jobs/" + cancelled + "/cancel").expect(200);
    places.put("cancel-job/id", cancelled);
    places.put("retry-job/id", cancelled);
  }

  private void aboutMoney() {
    places.put("month", "2026-11");
    var shares =
        List.of(
            Map.of("email", email(owner), "bps", 6000),
            Map.of("email", email(stranger), "bps", 4000));
    bodies.put("propose-split", Map.of("shares", shares));
    owner.put("/api/payments/splits/" + video, Map.of("shares", shares)).expect(200);
  }

  private static String email(Api account) {
    return account.get("/api/auth/me").expect(200).json().path("email").asText();
  }

  private void aboutAccounts() {
    var credentials = Map.of("email", UUID.randomUUID() + "@example.org", "password", "12345678");
    hub.anonymous().post("/api/auth/register", credentials).expect(201);
    bodies.put("register", Map.of("email", UUID.randomUUID() + "@example.org"));
    bodies.put("login", Map.copyOf(credentials));
  }

  private void aboutAssets() {
    JsonNode stills = owner.get("/api/assets/" + video + "/thumbnails").expect(200).json();
    bodies.put("choose-poster", Map.of("thumbnail", stills.at("/items/0/id").asText()));
    places.put("delete-asset/id", owner.initiate("other.mp4", 10).path("assetId").asText());
    bodies.put("change-asset", Map.of("visibility", "private"));
  }

  private void aboutUploads() throws IOException {
    Path file = Files.write(folder.resolve("every.mp4"), new byte[1000]);
    JsonNode whole = owner.initiate("every.mp4", 1000);
    Api.put(whole, file);
    bodies.put("complete-upload", Map.of("uploadId", whole.path("uploadId").asText()));
    places.put("abort-upload/id", owner.initiate("none.mp4", 10).path("uploadId").asText());
    places.put("list-parts/uploadId", parted());
    places.put("sign-part/uploadId", parted());
    places.put("abort-multipart/uploadId", parted());
    String complete = parted();
    String part = "/api/uploads/s3/multipart/" + complete + "/1";
    String etag = Api.send(owner.get(part).expect(200).json(), file).expect(200).header("ETag");
    places.put("complete-multipart/uploadId", complete);
    bodies.put(
        "complete-multipart", Map.of("parts", Set.of(Map.of("PartNumber", 1, "ETag", etag))));
    bodies.put("submit-job", Map.of("input_key", failed(file)));
  }

  /** An upload of a thousand bytes in parts. */
  private String parted() {
    var request = Map.of("filename", "every.mov", "metadata", Map.of("size", "1000"));
    return owner
        .post("/api/uploads/s3/multipart", request)
        .expect(201)
        .json()
        .path("uploadId")
        .asText();
  }

  /** The key of a source that no job works on any more. */
  private String failed(Path file) {
    UUID asset = owner.upload(file);
    owner.awaitEnd(asset, LONG);
    return "user_" + owner.id() + "/" + asset + "/source";
  }

  private static String sideTask(String job) {
    for (JsonNode task : owner.get("/jobs/" + job).expect(200).json().path("tasks")) {
      if (task.path("kind").asText().equals("make-storyboard")) {
        return task.path("taskId").asText();
      }
    }
    throw new AssertionError("No storyboard of " + job);
  }
}
