package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import aln.Aln;
import aln.accounts.Caller;
import aln.media.plan.PlannedTask;
import aln.problems.Problem;
import aln.tasks.Stored;
import aln.tasks.StoredTrack;
import aln.tasks.StoredTrack.StoredSegment;
import aln.tasks.Tasks;
import aln.tasks.Work;
import aln.tasks.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The shipped statements and beans on a real PostgreSQL, with one asset whose first job is open.
 */
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=content", // no consumer and no clock of the jobs interferes
      "aln.db.port=0",
      "aln.amqp.port=0",
      "aln.s3.port=0",
      "aln.tasks.max-attempts=2",
      "aln.outbound.allow=127.0.0.1",
      "aln.callbacks.pauses=0s,5s,5m",
      "aln.callbacks.timeout=1s"
    })
abstract class JobsOnPostgres {

  @Autowired JdbcClient database;
  @Autowired ProducerTemplate camel;
  @Autowired TransactionTemplate transaction;
  @Autowired Jobs jobs;
  @Autowired TaskRows rows;
  @Autowired Tasks tasks;
  @Autowired Workbench workbench;

  final UUID asset = UUID.randomUUID();
  UUID job;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) throws IOException {
    settings.add("aln.data-dir", Files.createTempDirectory("aln-jobs")::toString);
  }

  @BeforeEach
  void anAssetHasArrived() {
    database.sql("delete from outbox").update();
    database.sql("update task set state = 'failed' where state in ('queued', 'running')").update();
    UUID owner =
        database
            .sql("insert into account (email, password_hash) values (:email, '-') returning id")
            .param("email", asset + "@example.com")
            .query(UUID.class)
            .single();
    database
        .sql(
            "insert into asset (id, owner_id, status, title, filename, content_type, size, source_key)"
                + " values (:id, :owner, 'uploaded', 't', 'f', 'video/mp4', 1, :key)")
        .param("id", asset)
        .param("owner", owner)
        .param("key", "user_" + owner + "/" + asset + "/source")
        .update();
    job = jobs.open(asset, "standard").orElseThrow();
  }

  /** Whose asset it is. */
  Caller owner() {
    return new Caller(UUID.fromString(asset("owner_id")), "owner@example.com", false);
  }

  static Caller stranger() {
    return new Caller(UUID.randomUUID(), "stranger@example.com", false);
  }

  static Caller admin() {
    return new Caller(UUID.randomUUID(), "admin@example.com", true);
  }

  static void refuses(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  UUID planned(String kind, boolean required) {
    transaction.executeWithoutResult(
        now -> rows.add(job, asset, List.of(new PlannedTask(kind, 0, required, 1, Map.of()))));
    database
        .sql("update job set state = 'running', plan = '{}' where id = :id")
        .param("id", job)
        .update();
    database
        .sql(
            "insert into rendition (asset_id, version, name, kind, ordinal, bandwidth, codecs, plan)"
                + " values (:asset, 1, '360p', 'video', 0, 1, 'avc1', '{}') on conflict do nothing")
        .param("asset", asset)
        .update();
    return task(kind);
  }

  UUID task(String kind) {
    return database
        .sql("select id from task where job_id = :job and kind = :kind")
        .param("job", job)
        .param("kind", kind)
        .query(UUID.class)
        .single();
  }

  /** What a worker gets that is woken for the task's kind; the only one that waits, as a rule. */
  Map<String, Object> claim(UUID task) {
    Map<String, Object> row = claim(kind(task));
    if (row != null) {
      assertThat(row).containsEntry("task", task);
    }
    return row;
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> claim(String kind) {
    return camel.requestBody(
        "sql:classpath:config/sql/tasks/claim-task.sql?outputType=SelectOne",
        Map.of("kind", kind),
        Map.class);
  }

  private String kind(UUID task) {
    return database
        .sql("select kind from task where id = :id")
        .param("id", task)
        .query(String.class)
        .single();
  }

  Work work(UUID task) {
    return workbench.open(claim(task), /* aside= */ false);
  }

  void reap() {
    camel.requestBody("sql:classpath:config/sql/tasks/reap-tasks.sql", (Object) null);
  }

  void pauseEnds(UUID task) {
    database.sql("update task set run_after = now() where id = :id").param("id", task).update();
  }

  /** Once its pause is over. */
  void isWokenAgain(UUID task) {
    pauseEnds(task);
    reap();
  }

  /** And a database that has just started has given everybody a moment to renew. */
  void leaseEnds(Work work) {
    await()
        .until(
            () ->
                database
                    .sql("select lease_over(now() - interval '1 second')")
                    .query(Boolean.class)
                    .single());
    database
        .sql("update task set lease_until = now() - interval '1 second' where id = :id")
        .param("id", work.claim().task())
        .update();
  }

  static Stored stored() {
    var segments =
        List.of(
            new StoredSegment(0, 0, 4000, "a/0", 10, 9),
            new StoredSegment(1, 4000, 4000, "a/1", 10, 9));
    return new Stored(
        null, List.of(new StoredTrack("360p", 1000, "avc1.64001e", "a/init", segments)), List.of());
  }

  List<String> events() {
    return database
        .sql("select type from outbox where subject = :asset order by id")
        .param("asset", asset)
        .query(String.class)
        .list();
  }

  void forget(String table) {
    database.sql("delete from " + table).update();
  }

  long segments() {
    return number(
        "select count(*) from segment s join rendition r on r.id = s.rendition_id where r.asset_id = :id",
        asset);
  }

  long number(String statement, UUID id) {
    return database.sql(statement).param("id", id).query(Long.class).single();
  }

  String state(UUID task) {
    return database
        .sql("select state from task where id = :id")
        .param("id", task)
        .query(String.class)
        .single();
  }

  String job(String column) {
    return database
        .sql("select cast(" + column + " as text) from job where id = :id")
        .param("id", job)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  String asset(String column) {
    return database
        .sql("select cast(" + column + " as text) from asset where id = :id")
        .param("id", asset)
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
