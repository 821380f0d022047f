package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.faults.Trap.Damage;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The store is there and does not do what a store should, for every worker and for longer than a
 * task has attempts. That is not the task's fault.
 */
@Faults
class BadStoresIT {

  /** Enough for all attempts of a task, were they counted. */
  private static final Duration OUTAGE = Duration.ofSeconds(3);

  /** What begins the transfer of a source, and of a segment. */
  private static final String READ = "GET ";

  private static final String WRITE = "PUT ";

  @Test
  @DisplayName("the store answers 503 when the source is read")
  void busyForReaders(Scene scene) throws Exception {
    badFor(scene, link -> link.refuse(READ));
  }

  @Test
  @Tag("short")
  @DisplayName("the store answers 503 when segments are written")
  void busyForWriters(Scene scene) throws Exception {
    badFor(scene, link -> link.refuse(WRITE));
  }

  @Test
  @DisplayName("the store resets when the source is read")
  void resetsReaders(Scene scene) throws Exception {
    badFor(scene, link -> link.set(Trap.always(Direction.TO_CLIENT, "", 3000, Damage.RESET)));
  }

  @Test
  @DisplayName("the store resets when segments are written")
  void resetsWriters(Scene scene) throws Exception {
    badFor(scene, link -> link.set(Trap.always(Direction.TO_SERVER, WRITE, 1500, Damage.RESET)));
  }

  @Test
  @DisplayName("the store truncates the source")
  void truncatesForReaders(Scene scene) throws Exception {
    badFor(scene, link -> link.set(Trap.always(Direction.TO_CLIENT, "", 3000, Damage.TRUNCATE)));
  }

  @Test
  @DisplayName("the store ends the connection when segments are written")
  void truncatesForWriters(Scene scene) throws Exception {
    badFor(scene, link -> link.set(Trap.always(Direction.TO_SERVER, WRITE, 1500, Damage.TRUNCATE)));
  }

  @Test
  @DisplayName("the store hangs when the source is read")
  void hangsForReaders(Scene scene) throws Exception {
    hangs(scene, Trap.at(Direction.TO_CLIENT, "", 3000, Damage.HOLD));
  }

  @Test
  @DisplayName("the store hangs when segments are written")
  void hangsForWriters(Scene scene) throws Exception {
    hangs(scene, Trap.at(Direction.TO_SERVER, WRITE, 1500, Damage.HOLD));
  }

  private interface Harm {
    void to(Link store);
  }

  private static void badFor(Scene scene, Harm harm) {
    scene.with(Film.FILM);
    scene.arena().workers().forEach(worker -> harm.to(worker.store()));
    scene.upload(Film.FILM);
    scene.awaitThat("it goes wrong", () -> hits(scene) > 0);
    await().during(OUTAGE).until(() -> hits(scene) > 0);
    scene.arena().workers().forEach(worker -> worker.store().pass());
    scene.struck();
    scene.endsWell();
  }

  /** For longer than a lease, which the workers keep meanwhile. */
  private static void hangs(Scene scene, Trap trap) {
    scene.with(Film.FILM);
    scene.arena().workers().forEach(worker -> worker.store().set(trap));
    scene.upload(Film.FILM);
    scene.awaitThat("it hangs", () -> hits(scene) > 0);
    scene.awaitTask("a task outlives its first lease", t -> t.held() > 6);
    scene.arena().workers().forEach(worker -> worker.store().pass());
    scene.struck();
    scene.endsWellRepeating(0);
    assertThat(scene.repeated()).as("the leases were kept").isZero();
  }

  private static int hits(Scene scene) {
    return scene.arena().workers().stream().mapToInt(worker -> worker.store().hits()).sum();
  }
}
