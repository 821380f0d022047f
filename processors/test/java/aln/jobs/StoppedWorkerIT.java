package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.tasks.HandedBack;
import aln.tasks.Leases;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** A worker that stops puts nothing on its bench any more. */
@DirtiesContext
class StoppedWorkerIT extends JobsOnPostgres {

  @Autowired Leases leases;

  @Test
  void handsBackWhatItHasClaimedMeanwhile() {
    UUID task = planned("encode-video", true);
    forget("outbox");
    Map<String, Object> claimed = claim(task);
    leases.close();
    assertThatThrownBy(() -> workbench.open(claimed, /* aside= */ false))
        .isInstanceOf(HandedBack.class);
    assertThat(state(task)).isEqualTo("queued");
    assertThat(events()).containsExactly("task.encode-video");
    assertThat(claim(task)).containsEntry("attempt", 1);
  }
}
