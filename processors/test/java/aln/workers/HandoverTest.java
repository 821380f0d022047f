package aln.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import aln.tasks.Claim;
import aln.tasks.LeaseLost;
import aln.tasks.Leases;
import aln.tasks.TaskProgress;
import aln.tasks.Tasks;
import aln.tasks.Work;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HandoverTest {

  private static final Duration LEFT = Duration.ofSeconds(10);
  private static final Work WORK =
      new Work(
          new Claim(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "encode-video", 1, 1),
          1,
          4,
          "{}",
          URI.create("http://localhost/source"),
          1,
          new File("work"),
          "prefix/");

  private final WorkerRoutes routes = mock();
  private final Leases leases = mock();
  private final Tasks tasks = mock();
  private final TaskProgress progress = mock();
  private final Handover handover =
      new Handover(routes, leases, tasks, progress, new WorkerSettings(Duration.ofSeconds(20)));

  @Test
  void waitsForWhatCanEndInTime() {
    underWay(Optional.of(Duration.ofSeconds(9)));
    assertThat(handover.isSettled(LEFT)).isFalse();
    verify(tasks, never()).release(any());
  }

  @Test
  void waitsForWhatDoesNotTellHowFarItIs() {
    underWay(Optional.empty());
    assertThat(handover.isSettled(LEFT)).isFalse();
    verify(tasks, never()).release(any());
  }

  @Test
  void handsBackAtOnceWhatCannotEndInTime() {
    underWay(Optional.of(Duration.ofSeconds(11)));
    handover.isSettled(LEFT);
    var order = inOrder(tasks, leases);
    order.verify(tasks).release(WORK);
    order.verify(leases).drop(WORK);
  }

  @Test
  void handsBackEverythingWhenTheTimeIsOver() {
    underWay(Optional.empty());
    assertThat(handover.isSettled(Duration.ZERO)).isTrue();
    verify(tasks).release(WORK);
    verify(leases).drop(WORK);
  }

  @Test
  void goesOnWhenTheWorkWasCommittedMeanwhile() {
    underWay(Optional.empty());
    doThrow(new LeaseLost(WORK.claim())).when(tasks).release(WORK);
    assertThat(handover.isSettled(Duration.ZERO)).isTrue();
    verify(leases).drop(WORK);
  }

  @Test
  void takesNothingMoreAndIsDoneAtOnceWhenNothingIsUnderWay() {
    when(leases.held()).thenReturn(List.of());
    AtomicBoolean stopped = new AtomicBoolean();
    handover.start();
    handover.stop(() -> stopped.set(true));
    await().untilTrue(stopped);
    verify(routes).stop();
    verify(leases).close();
    assertThat(handover.isRunning()).isFalse();
  }

  @Test
  void leavesTimeForTheRestOfTheStop() {
    assertThat(new WorkerSettings(Duration.ofSeconds(20)).patience())
        .isEqualTo(Duration.ofSeconds(15));
    assertThat(new WorkerSettings(Duration.ofSeconds(4)).patience())
        .isEqualTo(Duration.ofSeconds(2));
  }

  private void underWay(Optional<Duration> remaining) {
    when(leases.held()).thenReturn(List.of(WORK));
    when(progress.remaining(WORK)).thenReturn(remaining);
  }
}
