package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;

import aln.faults.Outcome.Task;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every process is told to stop and started anew while uploads come in: nobody notices. */
@Faults
class RollingRestartIT {

  @Test
  @Tag("short")
  @DisplayName("rolling restart of every process during 6 uploads")
  void duringSomeUploads(Scene scene) throws Exception {
    restartDuring(scene, 6);
  }

  @Test
  @DisplayName("rolling restart of every process during 200 uploads")
  void duringManyUploads(Scene scene) throws Exception {
    restartDuring(scene, 200);
  }

  private static void restartDuring(Scene scene, int uploads) throws Exception {
    scene.with(Film.TINY);
    var accepted = new AtomicInteger();
    var creator =
        CompletableFuture.runAsync(
            () -> {
              while (accepted.get() < uploads) {
                scene.upload(Film.TINY);
                accepted.incrementAndGet();
              }
            });
    scene.awaitThat("uploads come in", () -> accepted.get() > 1);
    scene.struck();
    for (Node node : scene.arena().nodes()) {
      node.stop();
      node.launch();
      node.awaitReady();
    }
    creator.join();
    scene.endsWell();
    assertThat(scene.outcome().tasks())
        .extracting(Task::attempt)
        .as("attempts that each task was counted")
        .containsOnly(1);
  }
}
