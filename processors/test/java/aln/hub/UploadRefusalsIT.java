package aln.hub;

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
