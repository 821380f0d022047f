package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * The hub's API as one account, or nobody, sees it. Follows no redirects.
 *
 * @param token of the account; empty for nobody
 * @param id of the account
 */
public record Api(URI hub, String token, String id) {

  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public static Api anonymous(URI hub) {
    return new Api(hub, "", "");
  }

  /** A new account. */
  public static Api register(URI hub) {
    var credentials =
        Map.of("email", UUID.randomUUID() + "@example.org", "password", "correct horse battery");
    return of(hub, anonymous(hub).post("/api/auth/register", credentials).expect(201).json());
  }

  static Api login(URI hub, String email, String password) {
    var credentials = Map.of("email", email, "password", password);
    return of(hub, anonymous(hub).post("/api/auth/login", credentials).expect(200).json());
  }

  private static Api of(URI hub, JsonNode session) {
    return new Api(
        hub, session.path("accessToken").asText(), session.path("account").path("id").asText());
  }

  /** The same account at another address, such as that of one service alone. */
  Api at(URI other) {
    return new Api(other, token, id);
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  public Answer post(String path, Object body) {
    return send("POST", path, json(body));
  }

  /** A POST of JSON that may be sent again with the same key. */
  Answer repeat(String path, String key, String json) {
    return send("POST", path, BodyPublishers.ofString(json), "Idempotency-Key", key);
  }

  /** Without a body. */
  Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  Answer patch(String path, Object body) {
    return send("PATCH", path, json(body));
  }

  Answer put(String path, Object body) {
    return send("PUT", path, json(body));
  }

  private static BodyPublisher json(Object body) {
    return BodyPublishers.ofString(JSON.valueToTree(body).toString(), StandardCharsets.UTF_8);
  }

  /**
   * @param path below the hub, or an address of its own
   */
  Answer send(String method, String path, BodyPublisher body) {
    return send(method, path, body, "Accept", "application/json, */*");
  }

  private Answer send(String method, String path, BodyPublisher body, String header, String value) {
    var request =
        HttpRequest.newBuilder(hub.resolve(path))
            .timeout(PATIENCE)
            .method(method, body)
            .header(header, value);
    if (body.contentLength() != 0) {
      request.header("Content-Type", "application/json");
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return Http.send(request.build());
  }

  /** Announces a file. */
  public JsonNode initiate(String filename, long size) {
    return post(
            "/api/uploads/initiate",
            Map.of("filename", filename, "contentType", "video/mp4", "size", size))
        .expect(201)
        .json();
  }

  /** Sends bytes to an address that needs no more than that. */
  public static void put(URI address, byte[] bytes) {
    Http.send(
            HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(2))
                .PUT(BodyPublishers.ofByteArray(bytes))
                .build())
        .expect(200);
  }

  /** Sends the bytes where the hub wants them. */
  public static void put(JsonNode upload, Path file) {
    send(upload, file).expect(200);
  }

  /** The same, whatever the store answers. */
  static Answer send(JsonNode upload, Path file) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
              .timeout(Duration.ofMinutes(2))
              .PUT(BodyPublishers.ofFile(file));
      upload
          .path("headers")
          .fields()
          .forEachRemaining(each -> request.header(each.getKey(), each.getValue().asText()));
      return Http.send(request.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Answer complete(JsonNode upload) {
    return post("/api/uploads/complete", Map.of("uploadId", upload.path("uploadId").asText()));
  }

  /** Brings a file in. */
  UUID upload(Path file) {
    JsonNode upload = initiate(file.getFileName().toString(), file.toFile().length());
    put(upload, file);
    complete(upload).expect(202);
    return UUID.fromString(upload.path("assetId").asText());
  }

  JsonNode asset(UUID asset) {
    return get("/api/assets/" + asset).expect(200).json();
  }

  /** Waits until the asset is complete or failed. */
  JsonNode awaitEnd(UUID asset, Duration patience) {
    return Awaitility.await("the end of asset " + asset)
        .atMost(patience)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> asset(asset), found -> found.path("status").asText().matches("complete|failed"));
  }

  /** Waits until the asset is complete; fails at once when it fails. */
  JsonNode awaitComplete(UUID asset, Duration patience) {
    JsonNode end = awaitEnd(asset, patience);
    assertThat(end.path("status").asText()).as(end.toString()).isEqualTo("complete");
    return end;
  }

  /** Waits until nothing more is made of a complete asset; fails where something could not be. */
  JsonNode awaitSideTasks(UUID asset, Duration patience) {
    return Awaitility.await("what is made beside the renditions of asset " + asset)
        .atMost(patience)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> asset(asset),
            found -> {
              assertThat(found.path("warnings")).isEmpty();
              return found.path("sideTasks").isEmpty();
            });
  }

  /** Waits until an encoder is at work on it. */
  JsonNode awaitEncoding(UUID asset) {
    return Awaitility.await("the encoding of asset " + asset)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> asset(asset),
            found -> {
              assertThat(found.path("status").asText()).isIn("uploaded", "processing");
              double progress = found.path("progress").asDouble();
              return progress > 0.02 && progress < 0.7;
            });
  }

  /** A right to play the asset. */
  JsonNode playback(UUID asset) {
    return post("/api/playbacks", Map.of("assetId", asset)).expect(201).json();
  }

  /** What a player gets of the asset. */
  Hls stream(UUID asset) {
    return Hls.of(URI.create(playback(asset).path("hls").asText()));
  }

  /** Of all that the asset needs; what is made afterwards may not have begun. */
  void insistOnOneAttemptEach(UUID asset) {
    String job = asset(asset).path("jobId").asText();
    for (JsonNode task : get("/jobs/" + job).expect(200).json().path("tasks")) {
      int attempt = task.path("attempt").asInt();
      assertThat(attempt)
          .as(task.toString())
          .isBetween(task.path("required").asBoolean() ? 1 : 0, 1);
    }
  }
}
