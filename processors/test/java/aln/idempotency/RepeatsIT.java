package aln.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import aln.Aln;
import aln.accounts.Account;
import aln.accounts.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Requests that are sent again, through the doors of every service that creates. */
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=ingestion,jobs,playback", // no worker changes what the test looks at
      "aln.messages.relay=3600000", // events stay where they can be counted
      "aln.db.port=0",
      "aln.amqp.port=0",
      "aln.s3.port=0",
    })
class RepeatsIT {

  private static final String INITIATE = "/api/uploads/initiate";
  private static final String FILM = film("film.mp4");

  @TempDir static Path data;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  @Autowired Tokens tokens;
  @Autowired ObjectMapper json;
  private UUID owner;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("aln.data-dir", data::toString);
  }

  @BeforeEach
  void somebody() {
    owner = account();
  }

  @Test
  void manyAnnouncementsAtATimeMakeOneAsset() {
    String key = UUID.randomUUID().toString();
    List<CompletableFuture<HttpResponse<String>>> sent =
        IntStream.range(0, 50)
            .mapToObj(each -> HTTP.sendAsync(request(INITIATE, key, FILM), BodyHandlers.ofString()))
            .toList();
    List<HttpResponse<String>> answers = sent.stream().map(CompletableFuture::join).toList();
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
    assertThat(answers).extracting(each -> text(each, "assetId")).containsOnly(asset());
    assertThat(answers).extracting(each -> text(each, "uploadId")).doesNotContain("").hasSize(50);
    assertThat(answers).filteredOn(each -> !replayed(each)).hasSize(1);
    assertThat(count("select count(*) from upload where owner_id = :owner")).isEqualTo(1);
  }

  @Test
  void aRepeatedAnnouncementHasAnAddressThatTakesTheBytes() throws Exception {
    String key = UUID.randomUUID().toString();
    send(INITIATE, key, FILM);
    HttpResponse<String> repeat = send(INITIATE, key, FILM);
    assertThat(replayed(repeat)).isTrue();
    var put =
        HttpRequest.newBuilder(URI.create(text(repeat, "url")))
            .header("Content-Type", "video/mp4")
            .PUT(BodyPublishers.ofByteArray(new byte[1000]));
    assertThat(HTTP.send(put.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    String upload = "{\"uploadId\":\"" + text(repeat, "uploadId") + "\"}";
    assertThat(send("/api/uploads/complete", key, upload).statusCode()).isEqualTo(202);
    assertThat(send("/api/uploads/complete", key, upload).statusCode()).isEqualTo(202);
    assertThat(
            count(
                "select count(*) from outbox where type = 'asset.uploaded' and subject in (select id from asset where owner_id = :owner)"))
        .isEqualTo(1);

    HttpResponse<String> late = send(INITIATE, key, FILM);
    assertThat(late.statusCode()).as("no address that could change the source").isEqualTo(409);
    assertThat(text(late, "type")).isEqualTo("/problems/upload-over");
  }

  @Test
  void aRepeatedAnnouncementHoldsAsLongAsAFirst() {
    String key = UUID.randomUUID().toString();
    send(INITIATE, key, FILM);
    database.sql("update upload set expires_at = now() + interval '1 minute'").update();
    send(INITIATE, key, FILM);
    assertThat(
            count(
                "select count(*) from upload where owner_id = :owner and expires_at > now() + interval '5 hours'"))
        .isEqualTo(1);
  }

  @Test
  void storesNoSignatureAndNoToken() {
    send(INITIATE, "a", FILM);
    send("/api/playbacks", "b", playback(playable()));
    assertThat(
            database
                .sql("select answer::text from idempotency_key where owner_id = :owner")
                .param("owner", owner)
                .query(String.class)
                .list())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).doesNotContain("http", "Signature", "/play/"));
  }

  @Test
  void aKeyOfAnotherRequestIsRefused() {
    send(INITIATE, "k", FILM);
    HttpResponse<String> other = send(INITIATE, "k", film("other.mp4"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(text(other, "type")).isEqualTo("/problems/idempotency-key-reused");
    assertThat(send(INITIATE, "k", "  " + FILM.replace(":", " : ")).statusCode())
        .as("only white space is different")
        .isEqualTo(201);
    assertThat(count("select count(*) from asset where owner_id = :owner")).isEqualTo(1);
  }

  @Test
  void aRefusedRequestLeavesItsKeyFree() {
    assertThat(send(INITIATE, "k", FILM.replace("1000", "0")).statusCode()).isEqualTo(422);
    assertThat(send(INITIATE, "k", FILM).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "\"open", "a\"b", "back\\slash"})
  void aMalformedKeyIsRefused(String key) {
    HttpResponse<String> answer = send(INITIATE, key, FILM);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("Idempotency-Key");
    assertThat(send(INITIATE, "x".repeat(129), FILM).statusCode()).isEqualTo(400);
    assertThat(count("select count(*) from asset where owner_id = :owner")).isZero();
  }

  @Test
  void twoKeysInOneRequestAreRefused() throws Exception {
    var both = HttpRequest.newBuilder(request(INITIATE, "a", FILM), (name, value) -> true);
    both.header("Idempotency-Key", "b");
    assertThat(HTTP.send(both.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(400);
  }

  @Test
  void aRepeatedGrantIsTheSamePlayback() {
    String request = playback(playable());
    HttpResponse<String> first = send("/api/playbacks", "k", request);
    HttpResponse<String> repeat = send("/api/playbacks", "k", request);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(replayed(repeat)).isTrue();
    assertThat(repeat.body()).isEqualTo(first.body());
    assertThat(text(send("/api/playbacks", null, request), "hls")).isNotEqualTo(text(first, "hls"));

    database.sql("update playback set revoked_at = now()").update();
    HttpResponse<String> late = send("/api/playbacks", "k", request);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(text(late, "type")).isEqualTo("/problems/playback-over");
  }

  @Test
  void nobodysKeyMeansNothing() throws Exception {
    UUID asset = playable();
    database
        .sql("update asset set visibility = 'public' where id = :id")
        .param("id", asset)
        .update();
    var request =
        HttpRequest.newBuilder(
            request("/api/playbacks", "1", playback(asset)),
            (name, value) -> !name.equalsIgnoreCase("Authorization"));
    String one = text(HTTP.send(request.build(), BodyHandlers.ofString()), "hls");
    String other = text(HTTP.send(request.build(), BodyHandlers.ofString()), "hls");
    assertThat(one).isNotEmpty().isNotEqualTo(other);
  }

  @Test
  void aRepeatedJobIsTheSameJob() throws Exception {
    HttpResponse<String> announced = send(INITIATE, null, FILM);
    assertThat(announced.statusCode()).as(announced.body()).isEqualTo(201);
    JsonNode upload = json.readTree(announced.body());
    var put = HttpRequest.newBuilder(URI.create(upload.path("url").asText()));
    put.header("Content-Type", "video/mp4").PUT(BodyPublishers.ofByteArray(new byte[1000]));
    HTTP.send(put.build(), BodyHandlers.ofString());
    String id = upload.path("uploadId").asText();
    database
        .sql("update asset set status = 'failed' where owner_id = :owner")
        .param("owner", owner)
        .update();
    assertThat(id).isNotEmpty();
    String source = "user_%s/%s/source".formatted(owner, upload.path("assetId").asText());
    String request = "{\"input_key\":\"" + source + "\"}";
    HttpResponse<String> first = send("/jobs", "k", request);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    HttpResponse<String> repeat = send("/jobs", "k", request);
    assertThat(repeat.statusCode()).isEqualTo(201);
    assertThat(replayed(repeat)).isTrue();
    assertThat(json.readTree(repeat.body())).isEqualTo(json.readTree(first.body()));
    assertThat(send("/jobs", "new", request).statusCode()).isEqualTo(409);
    assertThat(count("select count(*) from job where owner_id = :owner")).isEqualTo(1);
  }

  private static String film(String name) {
    return "{\"filename\":\"%s\",\"contentType\":\"video/mp4\",\"size\":1000}".formatted(name);
  }

  private static String playback(UUID asset) {
    return "{\"assetId\":\"" + asset + "\"}";
  }

  private UUID playable() {
    UUID asset = UUID.randomUUID();
    database
        .sql(
            "insert into asset (id, owner_id, status, title, filename, content_type, size, source_key, published_version)"
                + " values (:id, :owner, 'complete', 't', 'f', 'video/mp4', 1, :key, 1)")
        .param("id", asset)
        .param("owner", owner)
        .param("key", asset.toString())
        .update();
    return asset;
  }

  private HttpRequest request(String path, String key, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return (key == null ? request : request.header("Idempotency-Key", key)).build();
  }

  private HttpResponse<String> send(String path, String key, String body) {
    return HTTP.sendAsync(request(path, key, body), BodyHandlers.ofString()).join();
  }

  private String token() {
    return tokens.issue(new Account(owner, "a@example.com", "user", Instant.now())).accessToken();
  }

  private String text(HttpResponse<String> answer, String field) {
    try {
      return json.readTree(answer.body()).path(field).asText();
    } catch (java.io.IOException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  private static boolean replayed(HttpResponse<String> answer) {
    return answer.headers().firstValue("Idempotency-Replayed").orElse("").equals("true");
  }

  private UUID account() {
    return database
        .sql("insert into account (email, password_hash) values (:email, '-') returning id")
        .param("email", UUID.randomUUID() + "@example.com")
        .query(UUID.class)
        .single();
  }

  private String asset() {
    return database
        .sql("select id from asset where owner_id = :owner")
        .param("owner", owner)
        .query(String.class)
        .single();
  }

  private long count(String statement) {
    var query = database.sql(statement);
    return (statement.contains(":owner") ? query.param("owner", owner) : query)
        .query(Long.class)
        .single();
  }
}
