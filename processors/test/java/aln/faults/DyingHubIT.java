package aln.faults;

import aln.faults.Trap.Damage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the hub has said yes to outlives it. */
@Faults
class DyingHubIT {

  /** How the statement that publishes a version begins to differ from others. */
  private static final String FLIP = "published_version = $1";

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

  @Test
  @Tag("short")
  @DisplayName("reset the hub's connection between the end of the job and the publication")
  void resetInTheMiddleOfTheFlip(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node hub = scene.arena().hub();
    hub.kill(); // new connections name statements by their text, which the trap waits for
    hub.launch();
    hub.awaitReady();
    hub.database().set(Trap.at(Direction.TO_SERVER, FLIP, 0, Damage.RESET));
    scene.upload(Film.FILM);
    scene.awaitThat("the flip is cut off", () -> hub.database().hits() > 0);
    scene.struck();
    scene.endsWellRepeating(0);
  }
}
