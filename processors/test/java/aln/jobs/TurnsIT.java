package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.tasks.HandedBack;
import aln.tasks.LeaseLost;
import aln.tasks.Leases;
import aln.tasks.Work;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;

/** What nobody waits for is done one at a time, whatever its kind. */
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class TurnsIT extends JobsOnPostgres {

  @Autowired Leases leases;

  private UUID task;
  private Work first;
  private CompletableFuture<Work> second;

  @BeforeEach
  void oneHasItsTurnAndAnotherWaits() {
    UUID preview = planned("make-preview", false);
    task = planned("make-storyboard", false);
    first = workbench.open(claim(preview), /* aside= */ true);
    second = CompletableFuture.supplyAsync(() -> workbench.open(claim(task), /* aside= */ true));
    await().until(() -> state(task).equals("running"));
  }

  @Test
  void waitsUntilTheOtherIsDone() {
    Work encoding = workbench.open(claim(planned("encode-video", true)), /* aside= */ false);
    await().during(Duration.ofMillis(500)).until(() -> !second.isDone());
    workbench.close(first);
    assertThat(second.join().claim().task()).isEqualTo(task);
    assertThat(second.join().directory()).exists();
    workbench.close(second.join());
    workbench.close(encoding);
  }

  @Test
  void givesUpWhatWentToAnotherMeanwhile() {
    leases.held().stream()
        .filter(work -> work.claim().task().equals(task))
        .forEach(this::leaseEnds);
    reap();
    leases.renew();
    assertThat(second)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableThat()
        .withCauseInstanceOf(LeaseLost.class);
    workbench.close(first);
    assertThat(workbench.open(claim(task), /* aside= */ true).claim().attempt()).isEqualTo(2);
  }

  @Test
  void handsItBackWhenTheWorkerStops() {
    leases.close();
    assertThat(second)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableThat()
        .withCauseInstanceOf(HandedBack.class);
    assertThat(state(task)).isEqualTo("queued");
    assertThat(leases.held()).containsExactly(first);
  }
}
