package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.UriComponentsBuilder;

/** Files that come in parts, whatever happens on the way and whatever store keeps them. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PartedUploads {

  private static final String BASE = "/api/uploads/s3/multipart";
  private static final int PART = 5 << 20;

  /** Two parts and a bit. */
  private final byte[] film = bytes(2 * PART + 1000);

  @TempDir static Path folder;
  Hub hub;

  /** What names the servers behind the hub. */
  abstract Map<String, String> servers();

  @BeforeAll
  void start() throws IOException {
    hub = Hub.start(folder, servers());
  }

  @AfterAll
  void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void goOnWhereTheyStoppedAfterTheHubWasKilled() throws Exception {
    Api creator = hub.user();
    JsonNode upload = create(creator);
    assertThat(upload.path("partSize").asLong()).isEqualTo(PART);
    send(creator, upload, 3);
    String first = send(creator, upload, 1);
    hub.kill();
    hub.restart();

    JsonNode found = open(creator, "film.mov", film.length, 1763740800000L);
    assertThat(found.path("items").findValuesAsText("uploadId")).containsExactly(id(upload));
    assertThat(open(creator, "film.mov", film.length, 1L).path("items")).isEmpty();
    JsonNode there = creator.get(address(upload)).expect(200).json();
    assertThat(there.findValuesAsText("PartNumber")).containsExactly("1", "3");
    assertThat(there.findValuesAsText("Size")).containsExactly("" + PART, "1000");
    assertThat(there.at("/0/ETag").asText()).isEqualTo(first);

    send(creator, upload, 2);
    JsonNode done = creator.post(address(upload) + "/complete", Map.of()).expect(200).json();
    String asset = upload.path("assetId").asText();
    assertThat(done.path("location").asText()).isEqualTo("/api/assets/" + asset);
    assertThat(sha256(hub.store().bytes(Store.RAW, upload.path("key").asText())))
        .isEqualTo(sha256(film));
    assertThat(open(creator, "film.mov", film.length, 1763740800000L).path("items")).isEmpty();
  }

  @Test
  void areCompletedTwiceAsOnceAndThenTakeNothingMore() throws Exception {
    Api creator = hub.user();
    JsonNode upload = create(creator);
    List<Map<String, Object>> parts = sendAll(creator, upload);
    creator.post(address(upload) + "/complete", Map.of("parts", parts)).expect(200);
    creator.post(address(upload) + "/complete", Map.of("parts", parts)).expect(200);
    creator.complete(upload).expect(202);
    assertThat(creator.get("/jobs").expect(200).json().path("items")).hasSizeLessThan(2);
    assertThat(creator.get(address(upload) + "/1").refuses(409).problem())
        .isEqualTo("upload-complete");
  }

  @Test
  void areTakenInWhenTheHubDiedBetweenStoreAndDatabase() throws Exception {
    Api creator = hub.user();
    JsonNode upload = create(creator);
    sendAll(creator, upload);
    hub.store().assemble(Store.RAW, upload.path("key").asText(), storeId(creator, upload));
    creator.post(address(upload) + "/complete", Map.of()).expect(200);
    assertThat(creator.asset(asset(upload)).path("status").asText()).isNotEqualTo("pending");
  }

  @Test
  void sayWhichPartsAreMissingOrNotAsTheyWereSent() throws Exception {
    Api creator = hub.user();
    JsonNode upload = create(creator);
    assertThat(creator.post(address(upload) + "/complete", Map.of()).refuses(409).problem())
        .isEqualTo("source-missing");
    send(creator, upload, 1);
    Answer missing = creator.post(address(upload) + "/complete", Map.of()).refuses(409);
    assertThat(missing.problem()).isEqualTo("parts-missing");
    assertThat(missing.json().path("detail").asText()).contains("2 of 3 parts", "arrived: 2, 3.");
    send(creator, upload, 2);
    send(creator, upload, 3);
    List<Map<String, Object>> wrong = List.of(Map.of("PartNumber", 2, "ETag", "\"0\""));
    Answer differ =
        creator.post(address(upload) + "/complete", Map.of("parts", wrong)).refuses(409);
    assertThat(differ.problem()).isEqualTo("parts-differ");
    assertThat(differ.json().path("detail").asText()).contains("1 of 3 parts", "sent: 2.");
    assertThat(creator.asset(asset(upload)).path("status").asText()).isEqualTo("pending");
    creator.post(address(upload) + "/complete", Map.of()).expect(200);
  }

  @Test
  void haveNoPartsBeyondTheirEnd() {
    Api creator = hub.user();
    JsonNode upload = create(creator);
    Answer refusal = creator.get(address(upload) + "/4").refuses(400);
    assertThat(refusal.json().at("/errors/0/message").asText()).contains("parts 1 to 3");
    JsonNode whole = creator.initiate("film.mov", 10);
    assertThat(creator.get(BASE + "/" + id(whole) + "/1").refuses(409).problem())
        .isEqualTo("not-in-parts");
  }

  @Test
  void ofOthersDoNotExist() {
    Api creator = hub.user();
    Api stranger = hub.user();
    JsonNode upload = create(creator);
    stranger.get(address(upload)).refuses(404);
    stranger.get(address(upload) + "/1").refuses(404);
    stranger.post(address(upload) + "/complete", Map.of()).refuses(404);
    stranger.delete(address(upload)).refuses(404);
    assertThat(stranger.get("/api/uploads").expect(200).json().path("items")).isEmpty();
    hub.anonymous().get(address(upload) + "/1").refuses(401);
  }

  @Test
  void leaveNothingInTheStoreWhenTheyAreGivenUp() throws Exception {
    Api creator = hub.user();
    JsonNode upload = create(creator);
    send(creator, upload, 1);
    String key = upload.path("key").asText();
    String id = storeId(creator, upload);
    assertThat(hub.store().parts(Store.RAW, key, id)).hasSize(1);
    assertThat(creator.delete(address(upload)).expect(200).json().path("state").asText())
        .isEqualTo("aborted");
    assertThat(creator.get(address(upload) + "/1").refuses(409).problem())
        .isEqualTo("upload-aborted");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> hub.store().parts(Store.RAW, key, id).length == 0);
  }

  @Test
  void makeOneAssetHoweverOftenTheyAreAnnouncedWithOneKey() {
    Api creator = hub.user();
    String json = "{\"filename\":\"a.mov\",\"type\":\"\",\"metadata\":{\"size\":\"9\"}}";
    String key = UUID.randomUUID().toString();
    Answer first = creator.repeat(BASE, key, json).expect(201);
    Answer again = creator.repeat(BASE, key, json).expect(201);
    assertThat(again.json().path("uploadId")).isEqualTo(first.json().path("uploadId"));
    assertThat(creator.get("/api/uploads").expect(200).json().path("items")).hasSize(1);
  }

  JsonNode create(Api creator) {
    var metadata =
        Map.of("size", "" + film.length, "lastModified", "1763740800000", "title", "A film");
    var request = Map.of("filename", "film.mov", "type", "video/quicktime", "metadata", metadata);
    return creator.post(BASE, request).expect(201).json();
  }

  private static JsonNode open(Api creator, String name, long size, long lastModified) {
    return creator
        .get("/api/uploads?filename=%s&size=%d&lastModified=%d".formatted(name, size, lastModified))
        .expect(200)
        .json();
  }

  List<Map<String, Object>> sendAll(Api creator, JsonNode upload) {
    List<Map<String, Object>> parts = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      parts.add(Map.of("PartNumber", number, "ETag", send(creator, upload, number)));
    }
    return parts;
  }

  /** Answers the ETag. */
  String send(Api creator, JsonNode upload, int number) {
    JsonNode part = creator.get(address(upload) + "/" + number).expect(200).json();
    int from = (number - 1) * PART;
    byte[] body = Arrays.copyOfRange(film, from, Math.min(film.length, from + PART));
    assertThat(part.path("size").asInt()).isEqualTo(body.length);
    var request =
        HttpRequest.newBuilder(URI.create(part.path("url").asText()))
            .PUT(BodyPublishers.ofByteArray(body));
    return Http.send(request.build()).expect(200).header("ETag");
  }

  /** The store's id of it, as the addresses of its parts tell. */
  static String storeId(Api creator, JsonNode upload) {
    String url = creator.get(address(upload) + "/1").expect(200).json().path("url").asText();
    return UriComponentsBuilder.fromUriString(url)
        .build()
        .getQueryParams()
        .toSingleValueMap()
        .getOrDefault("uploadId", "");
  }

  static String address(JsonNode upload) {
    return BASE + "/" + id(upload);
  }

  private static String id(JsonNode upload) {
    return upload.path("uploadId").asText();
  }

  private static UUID asset(JsonNode upload) {
    return UUID.fromString(upload.path("assetId").asText());
  }

  private static byte[] bytes(int count) {
    byte[] made = new byte[count];
    new Random(count).nextBytes(made);
    return made;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
