package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.tasks.LeaseLost;
import aln.tasks.Work;
import java.io.IOException;
import java.net.ConnectException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a task goes back into the queue without an attempt used up. */
class ReleasesIT extends JobsOnPostgres {

  private static final IOException STORE_AWAY = new ConnectException("Connection refused");

  private UUID task;

  @BeforeEach
  void plan() {
    task = planned("encode-video", true);
    forget("outbox");
  }

  @Test
  void givesTheAttemptBackAndWakesTheNextWorkerAtOnce() {
    Work work = work(task);
    tasks.release(work);
    assertThat(state(task)).isEqualTo("queued");
    assertThat(events()).containsExactly("task.encode-video");
    reap();
    assertThat(events()).as("woken once").hasSize(1);
    assertThat(claim(task))
        .containsEntry("attempt", work.claim().attempt())
        .containsEntry("fence", work.claim().fence() + 1);
  }

  @Test
  void takesNoCommitAfterTheRelease() {
    Work work = work(task);
    tasks.release(work);
    assertThatThrownBy(() -> tasks.commit(work, stored())).isInstanceOf(LeaseLost.class);
    assertThat(segments()).isZero();
  }

  @Test
  void takesNoReleaseAfterTheCommit() {
    Work work = work(task);
    tasks.commit(work, stored());
    forget("outbox");
    assertThatThrownBy(() -> tasks.release(work)).isInstanceOf(LeaseLost.class);
    assertThat(state(task)).isEqualTo("complete");
    assertThat(events()).isEmpty();
  }

  @Test
  void countsNoAttemptWhenTheSurroundingsFail() {
    for (int i = 1; i <= 5; i++) {
      tasks.retryOrPark(work(task), STORE_AWAY);
      assertThat(state(task)).isEqualTo("queued");
      assertThat(claim(task)).as("pauses first").isNull();
      assertThat(number("select setbacks from task where id = :id", task)).isEqualTo(i);
      isWokenAgain(task);
    }
    assertThat(text("failure")).contains("Connection refused");
    assertThat(claim(task)).containsEntry("attempt", 1);
  }

  @Test
  void parksWhatHadAsManySetbacksAsItMay() {
    Work work = work(task);
    database.sql("update task set setbacks = 500 where id = :id").param("id", task).update();
    tasks.retryOrPark(work, STORE_AWAY);
    assertThat(state(task)).isEqualTo("failed");
    assertThat(text("failure_code")).isEqualTo("storage-unavailable");
    assertThat(events()).containsExactly("task.failed", "task.encode-video");
  }

  @Test
  void countsNoSetbackOfAWorkerThatHasLostItsTask() {
    Work late = work(task);
    leaseEnds(late);
    reap();
    work(task);
    assertThatThrownBy(() -> tasks.retryOrPark(late, STORE_AWAY)).isInstanceOf(LeaseLost.class);
    assertThat(number("select setbacks from task where id = :id", task)).isZero();
  }

  private String text(String column) {
    return database
        .sql("select " + column + " from task where id = :id")
        .param("id", task)
        .query(String.class)
        .single();
  }
}
