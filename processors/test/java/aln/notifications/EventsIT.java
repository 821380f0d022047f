package aln.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.accounts.Account;
import aln.web.RunningHub;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventsIT extends RunningHub {

  @Autowired JdbcClient database;
  @Autowired ProgressFeed feed;

  private final UUID owner = UUID.randomUUID();
  private final UUID asset = UUID.randomUUID();

  @BeforeEach
  void anAssetInWork() {
    account(owner);
    asset(asset, owner);
  }

  @Test
  void beginWithHowThingsAreAndFollowThem() throws Exception {
    try (Stream stream = listen("/api/events", token(owner, "user"))) {
      assertThat(stream.next())
          .contains(asset.toString(), "\"status\":\"processing\"", "\"progress\":0.0");
      UUID job = job(asset);
      task(job, asset, 0, 3, "running", 0.5);
      task(job, asset, 1, 1, "complete", 0);
      assertThat(stream.next()).contains("\"progress\":0.625");
      database
          .sql(
              "update asset set status = 'failed', failure_code = 'not-media', failure_message = 'No film.' where id = :id")
          .param("id", asset)
          .update();
      assertThat(stream.next())
          .contains("\"status\":\"failed\"", "\"code\":\"not-media\"", "\"message\":\"No film.\"");
    }
    await()
        .untilAsserted(
            () -> {
              somethingNew(); // a stream that nobody reads is noticed when there is something to
              // say
              assertThat(feed.listeners()).isZero();
            });
  }

  @Test
  void tellOthersNothing() throws Exception {
    UUID other = UUID.randomUUID();
    account(other);
    String token = token(other, "user");
    assertThat(call("GET", "/api/events?asset=" + asset, token, null).statusCode()).isEqualTo(404);
    try (Stream stream = listen("/api/events", token)) {
      UUID own = UUID.randomUUID();
      asset(own, other);
      assertThat(stream.next()).contains(own.toString());
    }
  }

  @Test
  void tellAdminsOfAnyAssetThatTheyName() throws Exception {
    UUID admin = UUID.randomUUID();
    account(admin);
    try (Stream stream = listen("/api/events?asset=" + asset, token(admin, "admin"))) {
      assertThat(stream.next()).contains(asset.toString());
    }
  }

  @Test
  void needATokenAndARealId() {
    assertThat(call("GET", "/api/events", null, null).statusCode()).isEqualTo(401);
    HttpResponse<String> odd = call("GET", "/api/events?asset=odd", token(owner, "user"), null);
    assertThat(odd.statusCode()).isEqualTo(400);
    assertThat(odd.body()).contains("/problems/");
  }

  private void somethingNew() {
    database
        .sql("update asset set failure_message = gen_random_uuid()::text where id = :id")
        .param("id", asset)
        .update();
  }

  private Stream listen(String path, String token) throws Exception {
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient()
            .send(
                to(path).header("Authorization", "Bearer " + token).build(),
                BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return new Stream(answer.body());
  }

  private String token(UUID id, String role) {
    return tokens.issue(new Account(id, id + "@example.com", role, Instant.now())).accessToken();
  }

  private void account(UUID id) {
    database
        .sql("insert into account (id, email, password_hash) values (:id, :email, '')")
        .param("id", id)
        .param("email", id + "@example.com")
        .update();
  }

  private void asset(UUID id, UUID owner) {
    database
        .sql(
            "insert into asset (id, owner_id, status, title, filename, content_type, size, source_key)"
                + " values (:id, :owner, 'processing', 'A film', 'film.mp4', 'video/mp4', 1, :key)")
        .param("id", id)
        .param("owner", owner)
        .param("key", id.toString())
        .update();
  }

  private UUID job(UUID asset) {
    UUID job = UUID.randomUUID();
    database
        .sql(
            "insert into job (id, asset_id, owner_id, version, state) select :id, id, owner_id, 1, 'running' from asset where id = :asset")
        .param("id", job)
        .param("asset", asset)
        .update();
    return job;
  }

  private void task(
      UUID job, UUID asset, int ordinal, double weight, String state, double progress) {
    database
        .sql(
            "with planned as (update job set plan = '{}' where id = :job)"
                + " insert into task (id, job_id, asset_id, kind, ordinal, required, weight, spec, state, progress)"
                + " values (gen_random_uuid(), :job, :asset, 'encode-video', :ordinal, true, :weight, '{}', :state, :progress)")
        .param("job", job)
        .param("asset", asset)
        .param("ordinal", ordinal)
        .param("weight", weight)
        .param("state", state)
        .param("progress", progress)
        .update();
  }

  /** The data lines of an open stream. */
  private static final class Stream implements AutoCloseable {

    private final InputStream body;
    private final BlockingQueue<String> data = new LinkedBlockingQueue<>();

    Stream(InputStream body) {
      this.body = body;
      Thread reader = new Thread(this::read);
      reader.setDaemon(true);
      reader.start();
    }

    String next() throws InterruptedException {
      String next = data.poll(20, TimeUnit.SECONDS);
      assertThat(next).as("an event").isNotNull();
      return next;
    }

    private void read() {
      try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        lines.lines().filter(each -> each.startsWith("data:")).forEach(data::add);
      } catch (IOException | java.io.UncheckedIOException closed) {
        data.clear();
      }
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }
}
