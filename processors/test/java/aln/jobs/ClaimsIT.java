package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.tasks.LeaseLost;
import aln.tasks.Leases;
import aln.tasks.Work;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who gets a task, for how long, and who gets it after that. */
class ClaimsIT extends JobsOnPostgres {

  @Autowired Leases leases;

  @Test
  void givesATaskToOneWorkerOnly() {
    UUID task = task("inspect");
    assertThat(claim(task)).containsEntry("fence", 1L).containsEntry("attempt", 1);
    assertThat(claim(task)).isNull();
  }

  /** Both happen at any time; the work is cleared away only after its commit. */
  @Test
  void aRenewalThatMeetsTheCommitLosesNothing() {
    Work work = work(planned("encode-video", true));
    tasks.commit(work, stored());
    leases.renew();
    assertThat(leases.held()).contains(work);
    workbench.close(work);
  }

  @Test
  void aRenewalEndsWhatWentToAnother() {
    Work late = work(planned("encode-video", true));
    leaseEnds(late);
    reap();
    assertThat(claim(late.claim().task())).containsEntry("attempt", 2);
    leases.renew();
    assertThat(leases.held()).doesNotContain(late);
  }

  @Test
  void takesNothingFromAWorkerWhoseLeaseWentToAnother() {
    Work late = work(planned("encode-video", true));
    leaseEnds(late);
    reap();
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

    pauseEnds(task);
    reap();
    assertThat(events()).containsExactly("task.encode-video");
    reap();
    assertThat(events()).as("woken once").hasSize(1);
    assertThat(claim(task)).containsEntry("attempt", 2);
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
}
