package aln.faults;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the hub has said yes to outlives it. */
@Faults
class DyingHubIT {

  @Test
  @Tag("short")
  @DisplayName("kill -9 the hub between its answer and the publish")
  void killedBeforeItPublishes(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node hub = scene.arena().hub();
    hub.broker().hold(Direction.TO_SERVER);
    scene.upload(Film.FILM);
    scene.upload(Film.FILM);
    scene.awaitThat("both events wait", () -> scene.outcome().waiting().size() == 2);
    hub.kill();
    hub.broker().pass();
    scene.struck();
    hub.launch();
    hub.awaitReady();
    scene.endsWellRepeating(0);
  }
}
