package aln.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong upload says what to do, and a stranger's does not exist. */
class UploadRefusalsIT extends Refusals {

  @Test
  void completeSaysThatNothingArrived() {
    JsonNode upload = owner.initiate("film.mp4", 1000);
    assertThat(owner.complete(upload).refuses(409).problem()).isEqualTo("source-missing");
    assertThat(status(upload)).isEqualTo("pending");
  }

  @Test
  void theStoreTakesNoOtherNumberOfBytes() throws IOException {
    Path film = Clips.glimpse(folder);
    Path part = Files.write(folder.resolve("part.mp4"), new byte[10]);
    JsonNode upload = owner.initiate("glimpse.mp4", film.toFile().length());
    assertThat(Api.send(upload, part).status()).isEqualTo(403);
    assertThat(owner.complete(upload).refuses(409).problem()).isEqualTo("source-missing");
    assertThat(status(upload)).isEqualTo("pending");

    Api.put(upload, film);
    owner.complete(upload).expect(202);
    owner.awaitComplete(asset(upload), LONG);
  }

  @Test
  void completeSaysThatOtherBytesArrivedThanWereSent() throws IOException {
    Path film = Files.write(folder.resolve("ten.mp4"), new byte[10]);
    JsonNode upload = owner.initiate("ten.mp4", 10);
    String etag = Api.send(upload, film).expect(200).header("ETag");
    var claim = Map.of("uploadId", upload.path("uploadId").asText(), "etag", "\"0\"");
    assertThat(owner.post("/api/uploads/complete", claim).refuses(409).problem())
        .isEqualTo("etag-mismatch");
    assertThat(status(upload)).isEqualTo("pending");
    var right = Map.of("uploadId", upload.path("uploadId").asText(), "etag", etag);
    owner.post("/api/uploads/complete", right).expect(202);
  }

  @Test
  void theStoreTakesOnlyTheBytesOfTheirDigest() throws IOException {
    Path zeros = Files.write(folder.resolve("zeros.mp4"), new byte[10]);
    Path others = Files.write(folder.resolve("others.mp4"), "0123456789".getBytes(UTF_8));
    var request =
        Map.of(
            "filename", "zeros.mp4",
            "contentType", "video/mp4",
            "size", 10,
            "sha256", "AdRIr9koBlRYz2cLYPWllNc1rwFyyNZ/IqgWgBMmgco=");
    JsonNode upload = owner.post("/api/uploads/initiate", request).expect(201).json();
    assertThat(Api.send(upload, others).status()).isEqualTo(400);
    Api.send(upload, zeros).expect(200);
  }

  @Test
  void onlySoundPicturesAndFilmsAreTaken() {
    var page = Map.of("filename", "a.html", "contentType", "text/html", "size", 10);
    Answer refusal = owner.post("/api/uploads/initiate", page).refuses(415);
    assertThat(refusal.problem()).isEqualTo("unsupported-type");
    assertThat(refusal.json().path("detail").asText()).contains("video/*", "text/html");
    var parted = Map.of("filename", "a.html", "type", "text/html", "metadata", Map.of("size", "9"));
    owner.post("/api/uploads/s3/multipart", parted).refuses(415);
    var form = Map.of("filename", "a.html", "contentType", "text/html", "maxSize", 10);
    owner.post("/api/uploads/form", form).refuses(415);
  }

  @Test
  void whatOneRequestCannotCarryIsSentInParts() {
    var large = Map.of("filename", "a.mov", "contentType", "video/mp4", "size", (5L << 30) + 1);
    Answer refusal = owner.post("/api/uploads/initiate", large).refuses(413);
    assertThat(refusal.problem()).isEqualTo("too-large-for-one-request");
    assertThat(refusal.json().path("detail").asText()).contains("/api/uploads/s3/multipart");
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
  void anUploadIsEncodedAsItWasAskedFor() {
    Path film = Clips.glimpse(folder);
    assertThat(owner.get("/api/uploads/profiles").expect(200).json().findValuesAsText("name"))
        .contains("fast", "standard", "archive");
    Answer refusal = announce(film, "cinema").refuses(400);
    assertThat(refusal.json().at("/errors/0/message").asText())
        .contains("fast, standard, compact, archive");
    JsonNode upload = announce(film, "fast").expect(201).json();
    Api.put(upload, film);
    owner.complete(upload).expect(202);
    owner.awaitComplete(asset(upload), LONG);
    JsonNode job = owner.get("/jobs").expect(200).json().at("/items/0");
    assertThat(job.path("assetId").asText()).isEqualTo(asset(upload).toString());
    assertThat(job.path("profile").asText()).isEqualTo("fast");
  }

  private Answer announce(Path film, String profile) {
    long size = film.toFile().length();
    return owner.post(
        "/api/uploads/initiate",
        Map.of("filename", "a.mp4", "contentType", "video/mp4", "size", size, "profile", profile));
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

  private static UUID asset(JsonNode upload) {
    return UUID.fromString(upload.path("assetId").asText());
  }

  private static String status(JsonNode upload) {
    return owner.asset(asset(upload)).path("status").asText();
  }
}
