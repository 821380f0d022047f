package aln.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.Aln;
import aln.problems.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Work under a key on a real PostgreSQL; the work here is a number that is counted up. */
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=content",
      "aln.db.port=0",
      "aln.amqp.port=0",
      "aln.s3.port=0",
    })
class IdempotencyIT {

  @TempDir static Path data;

  @Autowired JdbcClient database;
  @Autowired Idempotency idempotency;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger done = new AtomicInteger();
  private UUID owner;

  private record Made(int number) {}

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("aln.data-dir", data::toString);
  }

  @BeforeEach
  void somebody() {
    owner = account();
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void doesTheWorkOnceForManyAtATime() {
    List<Once<Made>> answers = together(40, () -> once("k", "request", this::make));
    assertThat(done).hasValue(1);
    assertThat(answers).extracting(Once::answer).containsOnly(new Made(1));
    assertThat(answers).filteredOn(each -> !each.replayed()).hasSize(1);
  }

  @Test
  void ofManyAtATimeWhoseWorkFailsFirstOneSucceeds() {
    AtomicInteger tries = new AtomicInteger();
    List<String> answers =
        together(
            10,
            () -> {
              try {
                return once("k", "request", () -> failing(tries.incrementAndGet() < 4))
                    .answer()
                    .toString();
              } catch (IllegalStateException failed) {
                return "failed";
              }
            });
    assertThat(answers).filteredOn("failed"::equals).hasSize(3);
    assertThat(done).hasValue(1);
  }

  @Test
  void leavesNothingOfWorkThatFailed() {
    assertThatThrownBy(() -> once("k", "request", () -> failing(true)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(rows()).isZero();
    assertThat(once("k", "another request", this::make).replayed()).isFalse();
  }

  @Test
  void refusesAKeyOfAnotherRequest() {
    once("k", "request", this::make);
    assertThatThrownBy(() -> once("k", "another request", this::make))
        .isInstanceOfSatisfying(
            Problem.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(422);
              assertThat(refusal.code()).isEqualTo("idempotency-key-reused");
            });
    assertThat(done).hasValue(1);
    assertThat(once("k", "request", this::make).answer()).isEqualTo(new Made(1));
  }

  @Test
  void keepsOwnersAndOperationsApartAndAQuotedKeyTogetherWithItself() {
    once("k", "request", this::make);
    assertThat(idempotency.once(owner, "other", "k", "request", Made.class, this::make).replayed())
        .isFalse();
    assertThat(
            idempotency.once(account(), "test", "k", "request", Made.class, this::make).replayed())
        .isFalse();
    assertThat(once("\"k\"", "request", this::make).replayed()).isTrue();
    assertThat(done).hasValue(3);
  }

  @Test
  void withoutAKeyDoesEveryTime() {
    once(null, "request", this::make);
    once(null, "request", this::make);
    assertThat(done).hasValue(2);
    assertThat(rows()).isZero();
  }

  @Test
  void waitsNotForEverForAnotherThatDoesNotEnd() {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(
            () ->
                once(
                    "k",
                    "request",
                    () -> {
                      begun.countDown();
                      await(end);
                      return make();
                    }),
            threads);
    await(begun);
    assertThatThrownBy(() -> once("k", "request", this::make))
        .isInstanceOfSatisfying(
            Problem.class,
            refusal -> assertThat(refusal.code()).isEqualTo("idempotency-key-in-use"));
    end.countDown();
    assertThat(first.join().replayed()).isFalse();
    assertThat(once("k", "request", this::make).replayed()).isTrue();
    assertThat(done).hasValue(1);
  }

  private Once<Made> once(String key, String request, Supplier<Made> work) {
    return idempotency.once(owner, "test", key, request, Made.class, work);
  }

  private Made make() {
    return new Made(done.incrementAndGet());
  }

  private Made failing(boolean fails) {
    if (fails) {
      throw new IllegalStateException("broken");
    }
    return make();
  }

  private <T> List<T> together(int many, Supplier<T> what) {
    CountDownLatch start = new CountDownLatch(1);
    Stream<CompletableFuture<T>> running =
        IntStream.range(0, many)
            .mapToObj(
                each ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          await(start);
                          return what.get();
                        },
                        threads));
    List<CompletableFuture<T>> all = running.toList();
    start.countDown();
    return all.stream().map(CompletableFuture::join).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private UUID account() {
    return database
        .sql("insert into account (email, password_hash) values (:email, '-') returning id")
        .param("email", UUID.randomUUID() + "@example.com")
        .query(UUID.class)
        .single();
  }

  private long rows() {
    return database
        .sql("select count(*) from idempotency_key where owner_id = :owner")
        .param("owner", owner)
        .query(Long.class)
        .single();
  }
}
