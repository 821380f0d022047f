package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.plan.PlannedTask;
import aln.operations.DeadLetterBox;
import aln.operations.DeadLetters;
import aln.tasks.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What begins after all that the job requires, and how it goes on without the job. */
class SideTasksIT extends JobsOnPostgres {

  @Autowired DeadLetters letters;
  @Autowired DeadLetterBox box;

  private UUID video;
  private UUID side;

  @BeforeEach
  void aJobWithSomethingForLater() {
    database.sql("update job set state = 'complete' where id <> :id").param("id", job).update();
    tasks.commit(work(task("inspect")), Map.of());
    video = planned("encode-video", true);
    transaction.executeWithoutResult(
        now ->
            rows.add(
                job, asset, List.of(PlannedTask.afterRenditions("make-download", 0, Map.of()))));
    side = task("make-download");
  }

  @Test
  void isNeitherWokenNorClaimedBeforeTheRestIsComplete() {
    reap();
    camel.requestBody("sql:classpath:config/sql/jobs/retell-events.sql", (Object) null);
    assertThat(events()).contains("task.encode-video").doesNotContain("task.make-download");
    assertThat(claim(side)).isNull();

    jobs.finish(job);
    reap();
    assertThat(events()).as("the rest is not complete").doesNotContain("task.make-download");
  }

  @Test
  void isWokenInTheTransactionThatCompletesItsJob() {
    complete();
    assertThat(events()).containsExactly("asset.complete", "task.make-download");
    jobs.finish(job);
    reap();
    assertThat(events()).as("woken once").hasSize(2);
  }

  @Test
  void goesOnAfterItsJob() {
    complete();
    tasks.commit(work(side), Map.of("key", "a/film.mp4"));
    assertThat(state(side)).isEqualTo("complete");
    assertThat(asset("status")).isEqualTo("complete");
  }

  @Test
  void endsWithItsAsset() {
    complete();
    database
        .sql("update asset set deleted_at = now(), status = 'deleted' where id = :id")
        .param("id", asset)
        .update();
    assertThat(claim(side)).isNull();
  }

  @Test
  void isRepeatedWithoutItsJobWhenAnAdminReplaysIt() {
    complete();
    givenUp(side);
    assertThat(asset("status")).isEqualTo("complete");
    forget("outbox");
    letters.replay(letterOf(side));
    assertThat(events()).containsExactly("task.make-download");
    assertThat(asset("status")).isEqualTo("complete");
    assertThat(number("select count(*) from job where id = :id and state = 'complete'", job))
        .isEqualTo(1);
    assertThat(claim(side)).containsEntry("attempt", 1);
  }

  @Test
  void waitsAgainWhenTheJobThatFailedIsReplayed() {
    givenUp(video);
    jobs.fail(job, video);
    assertThat(state(side)).isEqualTo("failed");
    forget("outbox");
    letters.replay(letterOf(video));
    reap();
    assertThat(events()).containsExactly("task.encode-video");
    assertThat(claim(side)).isNull();
    complete();
    assertThat(claim(side)).isNotNull();
  }

  private void complete() {
    tasks.commit(work(video), stored());
    forget("outbox");
    jobs.finish(job);
  }

  /** With a dead letter. */
  private void givenUp(UUID task) {
    database.sql("update task set max_attempts = 1 where id = :id").param("id", task).update();
    Work work = work(task);
    tasks.retryOrPark(work, new IllegalStateException("broken"));
    box.keep(
        Map.of(
            "cloudEvents_id", task.toString(),
            "aln-task", task.toString(),
            "aln-asset", asset.toString()),
        "{}");
  }

  private UUID letterOf(UUID task) {
    return database
        .sql("select id from dead_letter where task_id = :task")
        .param("task", task)
        .query(UUID.class)
        .single();
  }
}
