package aln.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account keeps what it was granted, counted from the announcement of a file to its end. */
class QuotaIT {

  private static final int QUOTA = 10_000_000;

  @TempDir static Path folder;
  private static Hub hub;

  @BeforeAll
  static void start() throws IOException {
    hub = Hub.start(folder, Map.of("ALN_UPLOAD_QUOTA", QUOTA + "B"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void isReservedByAnAnnouncementAndReleasedByItsEnd() {
    Api creator = hub.user();
    JsonNode first = creator.initiate("a.mp4", 6_000_000);
    assertThat(used(creator)).isEqualTo(6_000_000);
    Answer refusal = parted(creator, 4_000_001).refuses(413);
    assertThat(refusal.problem()).isEqualTo("quota-exceeded");
    assertThat(refusal.json().path("detail").asText()).contains("there are 4000000 left");
    assertThat(used(creator)).as("what is refused reserves nothing").isEqualTo(6_000_000);

    JsonNode second = parted(creator, 4_000_000).expect(201).json();
    creator.delete("/api/uploads/" + first.path("uploadId").asText()).expect(204);
    assertThat(used(creator)).isEqualTo(4_000_000);
    creator.delete("/api/uploads/s3/multipart/" + second.path("uploadId").asText()).expect(200);
    assertThat(used(creator)).isZero();
  }

  @Test
  void isReleasedWhenAWorkIsDeleted() {
    Api creator = hub.user();
    Path film = Clips.glimpse(folder);
    JsonNode upload = creator.initiate("glimpse.mp4", film.toFile().length());
    Api.put(upload, film);
    creator.complete(upload).expect(202);
    assertThat(used(creator)).isEqualTo(film.toFile().length());
    creator.delete("/api/assets/" + upload.path("assetId").asText()).expect(204);
    assertThat(used(creator)).isZero();
  }

  @Test
  void isNeverExceededByThoseWhoComeAtOnce() {
    Api creator = hub.user();
    List<Integer> answers =
        IntStream.range(0, 30)
            .mapToObj(n -> CompletableFuture.supplyAsync(() -> parted(creator, QUOTA / 10)))
            .toList()
            .stream()
            .map(each -> each.join().status())
            .toList();
    assertThat(answers).filteredOn(status -> status == 201).hasSize(10);
    assertThat(answers).filteredOn(status -> status == 413).hasSize(20);
    assertThat(used(creator)).isEqualTo(QUOTA);
  }

  @Test
  void ofAFormIsWhatReallyCame() {
    Api creator = hub.user();
    var request = Map.of("filename", "a.mp4", "contentType", "video/mp4", "maxSize", 1000);
    JsonNode form = creator.post("/api/uploads/form", request).expect(201).json();
    assertThat(used(creator)).isEqualTo(1000);
    assertThat(creator.complete(form).refuses(409).problem()).isEqualTo("source-missing");
    assertThat(submit(form, "x".repeat(1001))).isEqualTo(400);
    assertThat(submit(form, "0123456789")).isBetween(200, 204);
    creator.complete(form).expect(202);
    assertThat(used(creator)).isEqualTo(10);
    assertThat(creator.get("/api/assets/" + form.path("assetId").asText()).json().path("size"))
        .hasToString("10");
  }

  /** As a browser does, whose form has these hidden fields; answers the status. */
  private static int submit(JsonNode form, String file) {
    var body = new StringBuilder();
    form.path("fields")
        .fields()
        .forEachRemaining(
            each ->
                body.append(
                    "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(each.getKey(), each.getValue().asText())));
    body.append("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n")
        .append("Content-Type: video/mp4\r\n\r\n%s\r\n--edge--\r\n".formatted(file));
    return Http.send(
            HttpRequest.newBuilder(URI.create(form.path("url").asText()))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(body.toString(), UTF_8))
                .build())
        .status();
  }

  private static Answer parted(Api creator, long size) {
    var metadata = Map.of("size", Long.toString(size));
    return creator.post(
        "/api/uploads/s3/multipart",
        Map.of("filename", "a.mov", "type", "video/quicktime", "metadata", metadata));
  }

  private static long used(Api creator) {
    JsonNode quota = creator.get("/api/uploads/quota").expect(200).json();
    assertThat(quota.path("limit").asLong()).isEqualTo(QUOTA);
    return quota.path("used").asLong();
  }
}
