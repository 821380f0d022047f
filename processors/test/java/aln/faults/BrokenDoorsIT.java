package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;

import aln.faults.Trap.Damage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever dies while a film is on its way in, its client goes on, or the next look does. */
@Faults
class BrokenDoorsIT {

  /** How the statement that takes an asset in differs from others. */
  private static final String TAKEN_IN = "update upload set state = 'complete'";

  private static final String PUT_TOGETHER = "CompleteMultipartUploadResult";
  private static final String REMOVAL = "DELETE /drop/";

  @Test
  @DisplayName("kill -9 the hub between two parts of an upload")
  void hubKilledBetweenParts(Scene scene) throws Exception {
    PartedFilm film = announce(scene);
    film.send(2);
    anew(scene.arena().hub());
    scene.struck();
    assertThat(film.stored()).as("known from the store alone").containsExactly(2);
    film.send(1);
    film.send(3);
    film.complete();
    scene.endsWellRepeating(0);
  }

  @Test
  @DisplayName("kill -9 the hub after the parts were put together, before the commit")
  void hubKilledBetweenStoreAndCommit(Scene scene) throws Exception {
    PartedFilm film = complete(scene);
    Node hub = scene.arena().hub();
    hub.database().set(Trap.at(Direction.TO_SERVER, TAKEN_IN, 0, Damage.HOLD));
    var lost = CompletableFuture.supplyAsync(film::tryToComplete);
    scene.awaitThat("the commit is on its way", () -> hub.database().hits() > 0);
    anew(hub);
    scene.struck();
    assertThat(lost).as("nobody was told yes").failsWithin(Duration.ofSeconds(10));
    film.complete();
    scene.endsWellRepeating(0);
  }

  @Test
  @DisplayName("the store puts the parts together and resets before it has said so")
  void storeResetsAfterItHasCompleted(Scene scene) throws Exception {
    PartedFilm film = complete(scene);
    Node hub = scene.arena().hub();
    hub.store().set(Trap.at(Direction.TO_CLIENT, PUT_TOGETHER, 0, Damage.RESET));
    assertThat(film.tryToComplete().status()).isEqualTo(503);
    assertThat(hub.store().hits()).as("answers that were lost").isOne();
    scene.struck();
    film.complete();
    scene.endsWellRepeating(0);
  }

  @Test
  @DisplayName("reset the hub's connection to the database in the middle of a completion")
  void databaseCutInTheMiddle(Scene scene) throws Exception {
    PartedFilm film = complete(scene);
    Node hub = scene.arena().hub();
    hub.database().set(Trap.at(Direction.TO_SERVER, TAKEN_IN, 20, Damage.RESET));
    assertThat(film.tryToComplete().status()).isEqualTo(503);
    assertThat(hub.database().hits()).as("statements that were cut off").isOne();
    scene.struck();
    film.complete();
    scene.endsWellRepeating(0);
  }

  @Test
  @DisplayName("kill -9 the drop watcher between the copy and the commit")
  void watcherKilledBeforeTheCommit(Scene scene) throws Exception {
    scene.with(Film.TINY);
    Node hub = scene.arena().hub();
    anew(hub);
    hub.database().set(Trap.at(Direction.TO_SERVER, TAKEN_IN, 0, Damage.HOLD));
    scene.drop(Film.TINY);
    scene.awaitThat("the commit is on its way", () -> hub.database().hits() > 0);
    anew(hub);
    scene.struck();
    scene.awaitDropTaken(Film.TINY);
    scene.endsWellRepeating(0);
  }

  @Test
  @Tag("short")
  @DisplayName("kill -9 the drop watcher between taking a film and removing it")
  void watcherKilledBeforeTheRemoval(Scene scene) throws Exception {
    scene.with(Film.TINY);
    Node hub = scene.arena().hub();
    hub.store().set(Trap.at(Direction.TO_SERVER, REMOVAL, 0, Damage.HOLD));
    scene.drop(Film.TINY);
    scene.awaitThat("the removal is on its way", () -> hub.store().hits() > 0);
    anew(hub);
    scene.struck();
    scene.awaitDropTaken(Film.TINY);
    scene.endsWellRepeating(0);
  }

  private static PartedFilm announce(Scene scene) throws Exception {
    scene.with(Film.ROOMY);
    anew(
        scene.arena().hub()); // new connections name statements by their text, which traps wait for
    return scene.announceInParts(Film.ROOMY);
  }

  /** All but completed. */
  private static PartedFilm complete(Scene scene) throws Exception {
    PartedFilm film = announce(scene);
    for (int number = 1; number <= 3; number++) {
      film.send(number);
    }
    return film;
  }

  /** SIGKILL, and the next process of the same hub. */
  private static void anew(Node node) throws Exception {
    node.kill();
    node.database().pass();
    node.store().pass();
    node.launch();
    node.awaitReady();
  }
}
