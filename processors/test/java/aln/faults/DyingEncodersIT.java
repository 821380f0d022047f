package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** FFmpeg needs more memory than it gets. */
@Faults
class DyingEncodersIT {

  @Test
  @DisplayName("FFmpeg killed by the OOM killer")
  void killedForMemory(Scene scene) {
    misbehavesOnce(scene, Encoder::killOnce);
  }

  @Test
  @DisplayName("FFmpeg meets a limit of memory")
  void meetsALimit(Scene scene) {
    misbehavesOnce(scene, Encoder::starveOnce);
  }

  private static void misbehavesOnce(Scene scene, Consumer<Encoder> misbehaviour) {
    scene.with(Film.FILM);
    Encoder encoder = scene.arena().first().encoder();
    misbehaviour.accept(encoder);
    scene.upload(Film.FILM);
    scene.awaitThat("it has misbehaved", encoder::hasMisbehaved);
    scene.struck();
    scene.endsWellRepeating(1);
    assertThat(scene.repeatedChunks()).isEqualTo(1);
  }
}
