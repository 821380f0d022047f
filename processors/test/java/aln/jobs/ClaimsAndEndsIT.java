package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.Aln;
import aln.media.MediaRefused;
import aln.media.plan.PlannedTask;
import aln.tasks.LeaseLost;
import aln.tasks.Stored;
import aln.tasks.StoredTrack;
import aln.tasks.StoredTrack.StoredSegment;
import aln.tasks.Tasks;
import aln.tasks.Work;
import aln.tasks.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The shipped statements and beans on a real PostgreSQL: who gets a task, and how tasks and jobs
 * end.
 */
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=content", // no consumer and no clock of the jobs interferes
      "aln.db.port=0",
      "aln.amqp.port=0",
      "aln.s3.port=0",
      "aln.tasks.max-attempts=2"
    })
class ClaimsAndEndsIT {

  @TempDir static Path data;

  @Autowired JdbcClient database;
  @Autowired ProducerTemplate camel;
  @Autowired TransactionTemplate transaction;
  @Autowired Jobs jobs;
  @Autowired TaskRows rows;
  @Autowired Tasks tasks;
  @Autowired Workbench workbench;

  private final UUID asset = UUID.randomUUID();
  private UUID job;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("aln.data-dir", data::toString);
  }

  @BeforeEach
  void anAssetHasArrived() {
    database.sql("delete from outbox").update();
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

  @Test
  void opensAFirstJobOnce() {
    assertThat(jobs.open(asset, "standard")).isEmpty();
    assertThat(number("select count(*) from job where asset_id = :id", asset)).isEqualTo(1);
    assertThat(events()).containsExactly("task.inspect");
  }

  @Test
  void givesATaskToOneWorkerOnly() {
    UUID task = task("inspect");
    assertThat(claim(task)).containsEntry("fence", 1L).containsEntry("attempt", 1);
    assertThat(claim(task)).isNull();
  }

  @Test
  void takesNothingFromAWorkerWhoseLeaseWentToAnother() {
    Work late = work(planned("encode-video", true));
    leaseEnds(late);
    Work now = work(late.claim().task());
    assertThat(now.claim().fence()).isEqualTo(late.claim().fence() + 1);

    assertThatThrownBy(() -> tasks.commit(late, stored())).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> tasks.retryOrPark(late, new IllegalStateException("late")))
        .isInstanceOf(LeaseLost.class);
    assertThat(segments()).isZero();

    tasks.commit(now, stored());
    assertThat(segments()).isEqualTo(2);
    assertThatThrownBy(() -> tasks.commit(now, stored())).isInstanceOf(LeaseLost.class);
    assertThat(segments()).isEqualTo(2);
  }

  @Test
  void pausesBeforeTheNextAttemptAndThenWakesIt() {
    Work work = work(planned("encode-video", true));
    tasks.retryOrPark(work, new IllegalStateException("the store is away"));
    UUID task = work.claim().task();
    assertThat(claim(task)).isNull();
    forget("outbox");
    reap();
    assertThat(events()).isEmpty();

    database.sql("update task set run_after = now() where id = :id").param("id", task).update();
    reap();
    assertThat(events()).containsExactly("task.encode-video");
    reap();
    assertThat(events()).as("woken once").hasSize(1);
    assertThat(claim(task)).containsEntry("attempt", 2);
  }

  @Test
  void parksWhatHasNoAttemptLeftWithItsCause() {
    UUID task = planned("encode-video", true);
    tasks.retryOrPark(work(task), new IllegalStateException("first"));
    database.sql("update task set run_after = now() where id = :id").param("id", task).update();
    forget("outbox");
    tasks.retryOrPark(work(task), new IllegalStateException("second"));

    assertThat(state(task)).isEqualTo("failed");
    assertThat(events()).containsExactly("task.failed", "task.encode-video");
    assertThat(
            database
                .sql(
                    "select headers ->> 'aln-cause' from outbox where exchange = 'aln.dead-letters'")
                .query(String.class)
                .single())
        .contains("second");
  }

  @Test
  void wakesATaskWhoseWorkerDied() {
    Work work = work(planned("encode-video", true));
    forget("outbox");
    reap();
    assertThat(events()).as("its lease still runs").isEmpty();
    leaseEnds(work);
    reap();
    assertThat(events()).containsExactly("task.encode-video");
    assertThat(state(work.claim().task())).isEqualTo("queued");
  }

  @Test
  void abandonsATaskWhoseLastWorkerDied() {
    Work work = work(planned("encode-video", true));
    UUID task = work.claim().task();
    database
        .sql(
            "update task set attempt = max_attempts, lease_until = now() - interval '1 second' where id = :id")
        .param("id", task)
        .update();
    forget("outbox");
    reap();
    assertThat(events()).isEmpty();
    List<?> exhausted =
        camel.requestBody("sql:classpath:config/sql/tasks/exhausted-tasks.sql", null, List.class);
    assertThat(exhausted).hasSize(1);
    tasks.abandon(task, work.claim().fence());
    assertThat(state(task)).isEqualTo("failed");
    assertThat(events()).containsExactly("task.failed", "task.encode-video");
  }

  @Test
  void completesAJobOnlyWithItsLastRequiredTaskAndPublishesItAtOnce() {
    UUID video = planned("encode-video", true);
    UUID side = planned("draw-storyboard", false);
    tasks.commit(work(task("inspect")), Map.of());
    jobs.finish(job);
    assertThat(asset("status")).isEqualTo("processing");
    assertThat(asset("published_version")).isNull();

    tasks.commit(work(video), stored());
    forget("outbox");
    jobs.finish(job);
    jobs.finish(job);
    assertThat(asset("status")).isEqualTo("complete");
    assertThat(asset("published_version")).isEqualTo("1");
    assertThat(events()).as("told once").containsExactly("asset.complete");
    assertThat(state(side)).as("does not hold back").isEqualTo("queued");
  }

  @Test
  void failsAJobWithWordsForItsCreatorAndEndsWhatElseRuns() {
    UUID video = planned("encode-video", true);
    UUID audio = planned("encode-audio", true);
    Work other = work(audio);
    tasks.refuse(work(video), new MediaRefused("truncated", "The file ends too early."));
    forget("outbox");
    jobs.fail(job, video);
    assertThat(asset("status")).isEqualTo("failed");
    assertThat(asset("failure_message")).isEqualTo("The file ends too early.");
    assertThat(events()).containsExactly("asset.failed");
    assertThatThrownBy(() -> tasks.commit(other, Map.of())).isInstanceOf(LeaseLost.class);
  }

  @Test
  void aFailedSideTaskChangesNothing() {
    planned("encode-video", true);
    UUID side = planned("draw-storyboard", false);
    tasks.refuse(work(side), new MediaRefused("too-dark", "There is nothing to see."));
    jobs.fail(job, side);
    assertThat(asset("status")).isEqualTo("processing");
  }

  private UUID planned(String kind, boolean required) {
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

  private UUID task(String kind) {
    return database
        .sql("select id from task where job_id = :job and kind = :kind")
        .param("job", job)
        .param("kind", kind)
        .query(UUID.class)
        .single();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> claim(UUID task) {
    return camel.requestBody(
        "sql:classpath:config/sql/tasks/claim-task.sql?outputType=SelectOne",
        Map.of("task", task.toString()),
        Map.class);
  }

  private Work work(UUID task) {
    return workbench.open(claim(task));
  }

  private void reap() {
    camel.requestBody("sql:classpath:config/sql/tasks/reap-tasks.sql", (Object) null);
  }

  private void leaseEnds(Work work) {
    database
        .sql("update task set lease_until = now() - interval '1 second' where id = :id")
        .param("id", work.claim().task())
        .update();
  }

  private static Stored stored() {
    var segments =
        List.of(
            new StoredSegment(0, 0, 4000, "a/0", 10), new StoredSegment(1, 4000, 4000, "a/1", 10));
    return new Stored(null, List.of(new StoredTrack("360p", 1000, "a/init", segments)), List.of());
  }

  private List<String> events() {
    return database.sql("select type from outbox order by id").query(String.class).list();
  }

  private void forget(String table) {
    database.sql("delete from " + table).update();
  }

  private long segments() {
    return number(
        "select count(*) from segment s join rendition r on r.id = s.rendition_id where r.asset_id = :id",
        asset);
  }

  private long number(String statement, UUID id) {
    return database.sql(statement).param("id", id).query(Long.class).single();
  }

  private String state(UUID task) {
    return database
        .sql("select state from task where id = :id")
        .param("id", task)
        .query(String.class)
        .single();
  }

  private String asset(String column) {
    return database
        .sql("select cast(" + column + " as text) from asset where id = :id")
        .param("id", asset)
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
