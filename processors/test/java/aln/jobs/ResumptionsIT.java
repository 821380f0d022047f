package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.plan.AudioRendition;
import aln.media.plan.Plan;
import aln.operations.DeadLetterBox;
import aln.operations.DeadLetters;
import aln.sql.Json;
import aln.tasks.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Second chances of jobs that failed or were cancelled. */
class ResumptionsIT extends JobsOnPostgres {

  @Autowired Cancellations cancellations;
  @Autowired Resumptions resumptions;
  @Autowired DeadLetters letters;
  @Autowired DeadLetterBox box;
  @Autowired Json json;

  @Test
  void aCancelledJobGoesOnWithWhatItHadFinished() {
    inspected();
    UUID video = planned("encode-video", true);
    UUID audio = planned("encode-audio", true);
    tasks.commit(work(video), stored());
    Work interrupted = work(audio);
    cancellations.cancel(owner(), job);
    assertThat(kept()).as("stays a day").isTrue();
    forget("outbox");

    resumptions.retry(owner(), job);
    assertThat(asset("status")).isEqualTo("processing");
    assertThat(asset("failure_code")).isNull();
    assertThat(events()).containsExactly("task.encode-audio");
    assertThat(state(video)).isEqualTo("complete");
    assertThat(segments()).isEqualTo(2);
    Work again = work(audio);
    assertThat(again.claim().attempt()).isEqualTo(1);
    assertThat(again.claim().fence()).isGreaterThan(interrupted.claim().fence());
    tasks.commit(again, Map.of());
    jobs.finish(job);
    assertThat(asset("status")).isEqualTo("complete");
    refuses(() -> resumptions.retry(owner(), job), "job-not-failed");
  }

  @Test
  void whatWasSweptIsMadeAnewElsewhere() {
    inspected();
    UUID audio = planned("encode-audio", true);
    Work first = work(audio);
    tasks.commit(first, stored());
    var rendition = new AudioRendition("audio-0", null, "Sound", true, 2, 128_000, "mp4a.40.2");
    var plan =
        new Plan(1, 1, List.of(), List.of(rendition), List.of(), List.of(), null, null, List.of());
    database
        .sql("update job set plan = cast(:plan as jsonb) where id = :job")
        .param("plan", json.text(plan))
        .param("job", job)
        .update();
    cancellations.cancel(owner(), job);
    database
        .sql("update job set finished_at = now() - interval '25 hours' where id = :job")
        .param("job", job)
        .update();
    assertThat(kept()).as("a day is over").isFalse();

    resumptions.retry(owner(), job);
    assertThat(segments()).as("of objects that are gone").isZero();
    assertThat(
            database
                .sql("select name from rendition where asset_id = :asset")
                .param("asset", asset)
                .query(String.class)
                .list())
        .containsExactly("audio-0");
    assertThat(state(task("inspect"))).isEqualTo("complete");
    Work again = work(audio);
    assertThat(again.outputPrefix()).isNotEqualTo(first.outputPrefix());
    workbench.close(again);
  }

  @Test
  void oneThatWasStoppedBetweenTwoStepsTakesTheNext() {
    inspected();
    cancellations.cancel(owner(), job);
    forget("outbox");
    resumptions.retry(owner(), job);
    assertThat(job("state")).isEqualTo("queued");
    assertThat(events()).as("somebody plans").containsExactly("task.done");

    UUID video = planned("encode-video", true);
    tasks.commit(work(video), stored());
    cancellations.cancel(owner(), job);
    forget("outbox");
    resumptions.retry(owner(), job);
    assertThat(job("state")).as("nothing was left to do").isEqualTo("complete");
    assertThat(events()).containsExactly("asset.complete");
  }

  @Test
  void aFailedJobIsTriedAgainAsAWholeAndItsDeadLettersAreSettled() {
    inspected();
    UUID video = planned("encode-video", true);
    UUID side = planned("make-storyboard", false);
    giveUp(video);
    giveUp(side);
    keepLetter(video, "early");
    jobs.fail(job, video);
    assertThat(asset("status")).isEqualTo("failed");

    resumptions.retry(owner(), job);
    assertThat(state(video)).isEqualTo("queued");
    assertThat(state(side)).isEqualTo("queued");
    assertThat(lettersOf("parked")).isEmpty();
    assertThat(lettersOf("replayed")).containsExactly("early");
  }

  @Test
  void aDeadLetterThatComesAfterTheRetryIsSettledAsItComes() {
    inspected();
    UUID video = planned("encode-video", true);
    giveUp(video);
    jobs.fail(job, video);
    resumptions.retry(owner(), job);
    keepLetter(video, "late");
    assertThat(lettersOf("replayed")).containsExactly("late");
  }

  @Test
  void aFailureThatIsToldAfterTheRetryFailsNothing() {
    inspected();
    UUID video = planned("encode-video", true);
    giveUp(video);
    jobs.fail(job, video);
    resumptions.retry(owner(), job);
    jobs.fail(job, video);
    assertThat(job("state")).isEqualTo("running");
    assertThat(state(video)).isEqualTo("queued");
  }

  @Test
  void replayingOneDeadLetterOfATaskSettlesTheOthers() {
    inspected();
    UUID video = planned("encode-video", true);
    giveUp(video);
    keepLetter(video, "one");
    keepLetter(video, "other");
    jobs.fail(job, video);
    letters.replay(
        database
            .sql("select id from dead_letter where task_id = :task and message_id = 'one'")
            .param("task", video)
            .query(UUID.class)
            .single());
    assertThat(lettersOf("parked")).isEmpty();
    assertThat(state(video)).isEqualTo("queued");
  }

  @Test
  void nobodyRetriesWhatIsNotTheirsOrHasGoneOn() {
    refuses(() -> resumptions.retry(owner(), job), "job-not-failed");
    cancellations.cancel(owner(), job);
    refuses(() -> resumptions.retry(stranger(), job), "not-found");
    UUID newer = jobs.reopen(asset, Terms.of("standard")).orElseThrow();
    refuses(() -> resumptions.retry(owner(), job), "job-superseded");
    cancellations.cancel(admin(), newer);
    refuses(() -> resumptions.retry(owner(), job), "job-superseded");
    database.sql("update asset set deleted_at = now() where id = ?").params(asset).update();
    refuses(() -> resumptions.retry(owner(), newer), "job-superseded");
  }

  private void inspected() {
    tasks.commit(work(task("inspect")), Map.of());
  }

  private void giveUp(UUID task) {
    tasks.retryOrPark(work(task), new IllegalStateException("first"));
    isWokenAgain(task);
    tasks.retryOrPark(work(task), new IllegalStateException("second"));
    assertThat(state(task)).isEqualTo("failed");
  }

  private void keepLetter(UUID task, String messageId) {
    box.keep(
        Map.of("aln-task", task.toString(), "aln-queue", "q", "cloudEvents_id", messageId), "{}");
  }

  private List<String> lettersOf(String state) {
    return database
        .sql(
            "select message_id from dead_letter d join task t on t.id = d.task_id"
                + " where t.job_id = :job and d.state = :state")
        .param("job", job)
        .param("state", state)
        .query(String.class)
        .list();
  }

  private boolean kept() {
    return number("select count(*) from kept_version where asset_id = :id", asset) == 1;
  }
}
