package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import aln.ffmpeg.FfmpegFailed;
import aln.media.MediaRefused;
import aln.tasks.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of every attempt that did not end well. */
class AttemptsIT extends JobsOnPostgres {

  @Test
  void keepsTheCommandItsExitCodeAndItsLastWords() {
    FfmpegFailed failed = mock(FfmpegFailed.class);
    when(failed.getMessage()).thenReturn("FFmpeg ended with exit code 1: broken");
    when(failed.command()).thenReturn(List.of("ffmpeg", "-i", "http://store/source?…"));
    when(failed.exit()).thenReturn(1);
    when(failed.stderrTail()).thenReturn("warning\nbroken");
    Work work = work(planned("encode-video", true));
    tasks.retryOrPark(work, failed);
    assertThat(attempts(work.claim().task()))
        .singleElement()
        .satisfies(
            attempt ->
                assertThat(attempt)
                    .containsEntry("attempt", 1)
                    .containsEntry("fence", 1L)
                    .containsEntry("code", "encoding-failed")
                    .containsEntry("detail", "warning\nbroken")
                    .containsEntry("command", "[\"ffmpeg\", \"-i\", \"http://store/source?…\"]")
                    .containsEntry("exit_code", 1)
                    .containsEntry("worker", workbench.worker())
                    .hasEntrySatisfying("started_at", started -> assertThat(started).isNotNull()));
  }

  @Test
  void keepsEachOneUntilTheTaskIsParked() {
    UUID task = planned("encode-video", true);
    tasks.retryOrPark(work(task), new IllegalStateException("first"));
    isWokenAgain(task);
    tasks.retryOrPark(work(task), new IllegalStateException("second"));
    assertThat(attempts(task)).extracting(each -> each.get("attempt")).containsExactly(1, 2);
    assertThat(attempts(task).get(1).get("cause")).asString().contains("second");
  }

  @Test
  void keepsARefusalToo() {
    Work work = work(planned("encode-video", true));
    tasks.refuse(work, new MediaRefused("truncated", "The file ends too early."));
    assertThat(attempts(work.claim().task()).get(0)).containsEntry("code", "truncated");
  }

  @Test
  void keepsThatAWorkerWentAway() {
    Work reaped = work(planned("encode-video", true));
    leaseEnds(reaped);
    reap();
    assertThat(attempts(reaped.claim().task()).get(0))
        .containsEntry("code", "worker-gone")
        .containsEntry("worker", workbench.worker());
  }

  @Test
  void keepsNothingOfWhatEndsWell() {
    Work work = work(planned("encode-video", true));
    tasks.commit(work, stored());
    assertThat(attempts(work.claim().task())).isEmpty();
  }

  @Test
  void keepsTheLastTwenty() {
    UUID task = planned("encode-video", true);
    for (int i = 0; i < 25; i++) {
      database.sql("update task set attempt = 0 where id = :id").param("id", task).update();
      isWokenAgain(task);
      tasks.retryOrPark(work(task), new IllegalStateException("again"));
    }
    assertThat(attempts(task)).hasSize(20);
    assertThat(attempts(task).get(0)).containsEntry("fence", 6L);
  }

  private List<Map<String, Object>> attempts(UUID task) {
    return database
        .sql(
            "select fence, attempt, worker, started_at, code, cause, detail, cast(command as text) as command, exit_code"
                + " from task_attempt where task_id = :task order by fence")
        .param("task", task)
        .query()
        .listOfRows();
  }
}
