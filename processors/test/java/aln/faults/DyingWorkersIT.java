package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;

import aln.faults.Outcome.Task;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A worker goes away in the middle of something; another does it, and nobody does more than it. */
@Faults
class DyingWorkersIT {

  @Test
  @Tag("short")
  @DisplayName("kill -9 the worker mid-encode")
  void killedMidEncode(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node worker = scene.arena().first();
    worker.encoder().slow();
    scene.upload(Film.FILM);
    scene.awaitTask(
        "the worker is in the middle of a chunk",
        of(worker).and(t -> t.is("encode-video", "running")).and(t -> t.progress() > 0));
    worker.kill();
    scene.struck();
    scene.endsWellRepeating(1);
    assertThat(scene.repeated()).as("what the worker had begun").isGreaterThan(0);
  }

  @Test
  @Tag("short")
  @DisplayName("kill -9 the worker between commit and ack")
  void killedBetweenCommitAndAcknowledgement(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node worker = scene.arena().first();
    worker.broker().hold(Direction.TO_SERVER);
    scene.upload(Film.FILM);
    scene.awaitThat(
        "the worker has committed and acknowledged nothing",
        () ->
            scene.outcome().tasks().stream()
                    .anyMatch(of(worker).and(t -> t.state().equals("complete")))
                && scene.outcome().tasks().stream()
                    .noneMatch(of(worker).and(t -> t.state().equals("running"))));
    worker.kill();
    scene.struck();
    scene.endsWell();
    assertThat(scene.repeated()).as("what was done again").isZero();
  }

  private static Predicate<Task> of(Node worker) {
    long process = worker.process();
    return task -> task.process() == process;
  }
}
