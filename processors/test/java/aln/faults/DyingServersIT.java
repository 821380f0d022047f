package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;

import aln.faults.Outcome.Task;
import aln.faults.Trap.Damage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server loses its power at the worst moment and comes back with what it had on its disk. */
@Faults
class DyingServersIT {

  @Test
  @DisplayName("kill -9 the broker before it has got the event")
  void brokerKilledBeforeTheConfirm(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node hub = scene.arena().hub();
    hub.broker().hold(Direction.TO_SERVER);
    scene.upload(Film.FILM);
    scene.awaitThat("the event is on its way", () -> hub.broker().hits() > 0);
    Server broker = scene.arena().stack().broker();
    broker.kill();
    hub.broker().drop();
    hub.broker().pass();
    scene.struck();
    scene.awaitThat(
        "the event waits and says why",
        () ->
            scene.outcome().waiting().stream()
                .anyMatch(event -> event.failure().contains("Not confirmed")));
    broker.restart();
    scene.endsWellRepeating(0);
  }

  @Test
  @DisplayName("kill -9 the broker after it has got the event, before its confirm arrives")
  void brokerKilledAfterTheConfirm(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node hub = scene.arena().hub();
    try (Tap tap = Tap.on(scene.arena().stack())) {
      hub.broker().hold(Direction.TO_CLIENT);
      scene.upload(Film.FILM);
      scene.awaitThat("the broker has the event", () -> tap.count() > 0);
      scene.awaitThat("its answer is on its way", () -> hub.broker().hits() > 0);
    }
    assertThat(scene.outcome().waiting()).as("not confirmed").isNotEmpty();
    Server broker = scene.arena().stack().broker();
    broker.kill();
    hub.broker().drop();
    hub.broker().pass();
    scene.struck();
    broker.restart();
    scene.endsWellRepeating(0);
  }

  @Test
  @DisplayName("kill -9 the broker while workers work")
  void brokerKilledWhileWorkersWork(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node worker = scene.arena().first();
    worker.encoder().slow();
    scene.upload(Film.FILM);
    scene.awaitEncoding(worker);
    Server broker = scene.arena().stack().broker();
    broker.kill();
    scene.struck();
    worker.encoder().behave();
    broker.restart();
    scene.endsWellRepeating(0);
  }

  @Test
  @Tag("short")
  @DisplayName("kill -9 the database between the write to the store and the commit")
  void databaseKilledBeforeTheCommit(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node worker = scene.arena().first();
    worker.store().set(Trap.at(Direction.TO_SERVER, "/encode-video-", 0, Damage.HOLD));
    scene.upload(Film.FILM);
    scene.awaitThat("a chunk is about to be stored", () -> worker.store().hits() > 0);
    Task task =
        scene.awaitTask("it", t -> scene.isOf(worker, t) && t.is("encode-video", "running"));
    worker.database().hold(Direction.TO_SERVER);
    worker.store().pass();
    int all = scene.storedUndisturbed(Film.FILM, task);
    scene.awaitThat("all of it is in the store", () -> scene.stored(task).size() == all);
    Server database = scene.arena().stack().database();
    database.kill();
    worker.database().drop();
    worker.database().pass();
    scene.struck();
    database.restart();
    scene.endsWellRepeating(2); // one of each worker
  }

  @Test
  @DisplayName("kill -9 the store while workers write to it")
  void storeKilledWhileWorkersWrite(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node worker = scene.arena().first();
    worker.store().set(Trap.at(Direction.TO_SERVER, "/encode-video-", 300, Damage.HOLD));
    scene.upload(Film.FILM);
    scene.awaitThat("a chunk is being stored", () -> worker.store().hits() > 0);
    Server store = scene.arena().stack().store();
    store.kill();
    worker.store().drop();
    worker.store().pass();
    scene.struck();
    store.restart();
    scene.endsWell();
  }
}
