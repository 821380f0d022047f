package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.media.MediaRefused;
import aln.tasks.LeaseLost;
import aln.tasks.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** How tasks and jobs begin and end. */
class JobEndsIT extends JobsOnPostgres {

  @Test
  void opensAFirstJobOnce() {
    assertThat(jobs.open(asset, "standard")).isEmpty();
    assertThat(number("select count(*) from job where asset_id = :id", asset)).isEqualTo(1);
    assertThat(events()).containsExactly("task.inspect");
  }

  @Test
  void parksWhatHasNoAttemptLeftWithItsCause() {
    UUID task = planned("encode-video", true);
    tasks.retryOrPark(work(task), new IllegalStateException("first"));
    isWokenAgain(task);
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
  void publishesAVersionTogetherWithTheEndOfItsJobAndItsEventOrNotAtAll() {
    UUID video = planned("encode-video", true);
    tasks.commit(work(task("inspect")), Map.of());
    tasks.commit(work(video), stored());
    database.sql("alter table outbox rename column data to away").update();
    try {
      assertThatThrownBy(() -> jobs.finish(job)).isInstanceOf(DataAccessException.class);
    } finally {
      database.sql("alter table outbox rename column away to data").update();
    }
    assertThat(asset("status")).isEqualTo("processing");
    assertThat(asset("published_version")).isNull();
    assertThat(number("select count(*) from job where id = :id and state = 'running'", job))
        .isEqualTo(1);

    jobs.finish(job);
    assertThat(asset("published_version")).isEqualTo("1");
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
}
