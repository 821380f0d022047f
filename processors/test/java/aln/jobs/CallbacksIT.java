package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import aln.callbacks.CallbackAddresses;
import aln.callbacks.CallbackAttempts;
import aln.callbacks.CallbackPosts;
import aln.callbacks.CallbackSecrets;
import aln.callbacks.CallbackView;
import aln.callbacks.CallbackViews;
import aln.callbacks.Callbacks;
import aln.callbacks.Delivery;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told of a job's end, to a receiver of the test. */
class CallbacksIT extends JobsOnPostgres {

  @Autowired Cancellations cancellations;
  @Autowired Resumptions resumptions;
  @Autowired Callbacks callbacks;
  @Autowired CallbackAttempts attempts;
  @Autowired CallbackPosts posts;
  @Autowired CallbackViews views;
  @Autowired CallbackSecrets secrets;
  @Autowired CallbackAddresses addresses;

  private final List<Received> received = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer receiver;
  private volatile int status = 204;
  private volatile boolean hangs;

  /** What came in. */
  record Received(Headers headers, String body) {}

  @BeforeEach
  void somebodyListens() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    receiver.setExecutor(Executors.newCachedThreadPool());
    receiver.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(new Received(exchange.getRequestHeaders(), body));
          if (hangs) {
            awaitEnd();
          }
          exchange.getResponseHeaders().add("Location", address("/elsewhere"));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    receiver.start();
    listenTo(job, address("/hook"));
  }

  @AfterEach
  void nobodyListens() {
    end.countDown();
    receiver.stop(0);
  }

  @Test
  void isToldOnceAndSignedAsItsReceiverChecks() throws Exception {
    cancellations.cancel(owner(), job);
    assertThat(events()).endsWith("callback.due", "asset.failed");
    UUID id = told().id();
    deliver(id);
    deliver(id);
    assertThat(received).hasSize(1);
    Received only = received.get(0);
    var wanted = new ObjectMapper().readTree(only.body());
    assertThat(wanted.path("type").asText()).isEqualTo("job.failed");
    assertThat(wanted.at("/data/jobId").asText()).isEqualTo(job.toString());
    assertThat(wanted.at("/data/failure/code").asText()).isEqualTo("cancelled");
    assertThat(only.headers().getFirst("webhook-id")).isEqualTo(id.toString());
    check(only, secrets.read(owner()).secret());
    assertThat(told().status()).isEqualTo("delivered");
    assertThat(told().httpStatus()).isEqualTo(204);

    resumptions.retry(owner(), job);
    cancellations.cancel(owner(), job);
    assertThat(all()).as("one for each end").hasSize(2);
  }

  @Test
  void nothingIsWrittenWhereNobodyAskedToBeTold() {
    listenTo(job, null);
    forget("outbox");
    cancellations.cancel(owner(), job);
    assertThat(events()).containsExactly("asset.failed");
    assertThat(all()).isEmpty();
  }

  @Test
  void aReceiverThatFailsOrSendsOnIsAskedAgainLaterAndInTheEndNoMore() {
    cancellations.cancel(owner(), job);
    status = 307;
    deliver(told().id());
    assertThat(received).as("nobody is followed").hasSize(1);
    assertThat(told().failure()).contains("another address");
    assertThat(left(told())).isBetween(Duration.ofSeconds(4), Duration.ofMillis(5600));
    deliver(told().id());
    assertThat(received).as("not before it is due").hasSize(1);

    isDue(told().id());
    status = 500;
    deliver(told().id());
    assertThat(told().failure()).contains("500");
    assertThat(left(told())).isBetween(Duration.ofSeconds(290), Duration.ofSeconds(331));
    isDue(told().id());
    deliver(told().id());
    assertThat(told().status()).as("after the third of three").isEqualTo("failed");
    assertThat(received).hasSize(3);
    assertThat(received.stream().map(each -> each.headers().getFirst("webhook-id")).distinct())
        .hasSize(1);

    status = 200;
    refuses(() -> callbacks.resend(stranger(), told().id()), "not-found");
    callbacks.resend(owner(), told().id());
    deliver(told().id());
    assertThat(told().status()).isEqualTo("delivered");
  }

  @Test
  void aReceiverThatIsSlowIsNotWaitedFor() {
    cancellations.cancel(owner(), job);
    hangs = true;
    long begun = System.nanoTime();
    deliver(told().id());
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    assertThat(told().status()).isEqualTo("waiting");
    assertThat(told().failure()).contains("did not answer");
  }

  @Test
  void aReceiverThatIsGoneIsToldNothingMoreUntilItsOwnerWantsIt() {
    cancellations.cancel(owner(), job);
    resumptions.retry(owner(), job);
    cancellations.cancel(owner(), job);
    status = 410;
    deliver(told().id());
    assertThat(all()).extracting(CallbackView::status).containsOnly("disabled");
    resumptions.retry(owner(), job);
    forget("outbox");
    cancellations.cancel(owner(), job);
    assertThat(events()).containsExactly("asset.failed");
    assertThat(all()).hasSize(3).extracting(CallbackView::status).containsOnly("disabled");

    status = 200;
    callbacks.resend(owner(), told().id());
    deliver(told().id());
    resumptions.retry(owner(), job);
    cancellations.cancel(owner(), job);
    assertThat(told().status()).as("it is back").isEqualTo("waiting");
  }

  @Test
  void neverReachesWhatIsNotPublic() {
    for (String inner :
        List.of("http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/meta-data")) {
      refuses(() -> addresses.admit(inner), "address-not-public");
    }
    refuses(() -> addresses.admit("ftp://example.com/"), "address-invalid");
    listenTo(job, "http://127.0.0.2:" + receiver.getAddress().getPort() + "/");
    cancellations.cancel(owner(), job);
    deliver(told().id());
    assertThat(received).isEmpty();
    assertThat(told().status()).isEqualTo("failed");
    assertThat(told().failure()).contains("not a public address");
  }

  @Test
  void aNewSecretSignsBesideTheOneBeforeForADay() throws Exception {
    String before = secrets.read(owner()).secret();
    String after = secrets.rotate(owner()).secret();
    assertThat(after).isNotEqualTo(before).startsWith("whsec_");
    assertThat(secrets.read(owner()).previousUntil()).isNotNull();
    cancellations.cancel(owner(), job);
    deliver(told().id());
    check(received.get(0), before);
    check(received.get(0), after);

    database
        .sql("update account set callback_rotated_at = now() - interval '25 hours' where id = ?")
        .params(owner().id())
        .update();
    callbacks.resend(owner(), told().id());
    deliver(told().id());
    assertThat(received.get(1).headers().getFirst("webhook-signature")).doesNotContain(" ");
    check(received.get(1), after);
  }

  @Test
  void oneAccountHoldsUpNobodyElseAndNoWakeUpIsMissed() {
    cancellations.cancel(owner(), job);
    UUID first = told().id();
    Delivery claimed = attempts.claim(first);
    assertThat(attempts.claim(first)).as("one teller at a time").isNull();
    resumptions.retry(owner(), job);
    cancellations.cancel(owner(), job);
    UUID second = told().id();
    assertThat(attempts.claim(second)).isNotNull();
    resumptions.retry(owner(), job);
    cancellations.cancel(owner(), job);
    UUID third = told().id();
    assertThat(attempts.claim(third)).as("two of one account").isNull();
    refuses(() -> callbacks.resend(owner(), first), "delivering");

    forget("outbox");
    wake();
    assertThat(events()).as("they were just woken").isEmpty();
    database.sql("update callback set woken_at = now() - interval '1 minute'").update();
    database
        .sql("update callback set lease_until = now() - interval '1 second' where id = ?")
        .params(first)
        .update();
    wake();
    assertThat(events()).as("a teller died, one had to wait").hasSize(2);
    attempts.claim(first);
    attempts.note(claimed, posts.send(claimed));
    assertThat(views.read(owner(), first).status())
        .as("the late one counts not")
        .isEqualTo("waiting");
  }

  private void wake() {
    camel.requestBody("sql:classpath:config/sql/callbacks/wake-callbacks.sql", (Object) null);
  }

  private void deliver(UUID id) {
    Delivery delivery = attempts.claim(id);
    if (delivery != null) {
      attempts.note(delivery, posts.send(delivery));
    }
  }

  private static void check(Received what, String secret) throws Exception {
    Webhook webhook = new Webhook(secret);
    var headers = HttpHeaders.of(what.headers(), (name, value) -> true);
    assertThatNoException().isThrownBy(() -> webhook.verify(what.body(), headers));
  }

  private Duration left(CallbackView callback) {
    return Duration.between(Instant.now(), callback.nextAttemptAt());
  }

  private void isDue(UUID id) {
    database.sql("update callback set due_at = now() where id = ?").params(id).update();
  }

  /** The newest. */
  private CallbackView told() {
    return all().get(0);
  }

  private List<CallbackView> all() {
    return views.list(owner(), job, null, null, 100).items();
  }

  private String address(String path) {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
  }

  private void listenTo(UUID job, String url) {
    database
        .sql("update job set callback_url = :url, callback_owner = :owner where id = :job")
        .param("url", url)
        .param("owner", owner().id())
        .param("job", job)
        .update();
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}
