package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;

import aln.faults.Outcome.Task;
import aln.faults.Trap.Damage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    scene.awaitEncoding(worker);
    worker.kill();
    scene.struck();
    scene.endsWellRepeating(1);
    assertThat(scene.repeated()).as("what the worker had begun").isPositive();
  }

  @Test
  @Tag("short")
  @DisplayName("kill -9 the worker while it cuts a source into pieces")
  void killedMidRemux(Scene scene) throws Exception {
    scene.with(Film.FLASH);
    List<Node> workers = scene.arena().workers();
    for (Node each : workers) {
      each.store().set(Trap.at(Direction.TO_SERVER, "/remux-source-", 200, Damage.STALL));
    }
    scene.upload(Film.FLASH);
    scene.awaitThat(
        "a piece is cut off on its way",
        () -> workers.stream().anyMatch(each -> each.store().hits() > 0));
    Node worker = workers.stream().filter(each -> each.store().hits() > 0).findAny().orElseThrow();
    workers.stream().filter(each -> each != worker).forEach(each -> each.store().pass());
    worker.kill();
    scene.struck();
    scene.endsWellRepeating(1);
    assertThat(scene.repeated()).as("what the worker had begun").isPositive();
  }

  @Test
  @DisplayName("kill -9 the worker while it uploads segments")
  void killedMidUpload(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node worker = scene.arena().first();
    worker.store().set(Trap.at(Direction.TO_SERVER, "/encode-video-", 200, Damage.STALL));
    scene.upload(Film.FILM);
    scene.awaitThat("an upload is cut off in the middle", () -> worker.store().hits() > 0);
    Task task =
        scene.awaitTask("a chunk", t -> scene.isOf(worker, t) && t.is("encode-video", "running"));
    scene.awaitThat("the rest of it is in the store", () -> !scene.stored(task).isEmpty());
    worker.kill();
    scene.struck();
    scene.endsWellRepeating(1);
    assertThat(scene.repeatedChunks()).isEqualTo(1);
  }

  @Test
  @DisplayName("kill -9 the worker whose sound is shown while it is encoded")
  void killedWhileItsSoundIsShown(Scene scene) throws Exception {
    scene.with(Film.FILM);
    scene.arena().workers().forEach(worker -> worker.encoder().slowSound());
    scene.upload(Film.FILM);
    scene.awaitThat("some of the sound is shown", () -> scene.outcome().sounds() > 1);
    Task task = scene.awaitTask("the rest is to come", t -> t.is("encode-audio", "running"));
    for (Node worker : scene.arena().workers()) {
      worker.encoder().behave();
      if (scene.isOf(worker, task)) {
        worker.kill();
      }
    }
    scene.struck();
    scene.endsWell();
    assertThat(scene.repeated()).as("what the worker had begun").isPositive();
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
        "the worker has committed and acknowledged nothing", () -> scene.hasCommitted(worker));
    worker.kill();
    scene.struck();
    scene.endsWell();
    assertThat(scene.repeated()).as("what was done again").isZero();
  }

  @Test
  @DisplayName("hold the worker's commit until another is at its chunk")
  void commitsTooLate(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node worker = scene.arena().first();
    Node other = scene.arena().second();
    other.encoder().slow();
    worker.database().set(Trap.at(Direction.TO_SERVER, "/encode-video-", 0, Damage.HOLD));
    scene.upload(Film.FILM);
    scene.awaitThat("a commit is on its way", () -> worker.database().hits() > 0);
    scene.struck();
    Task task =
        scene.awaitTask("its", t -> scene.isOf(worker, t) && t.is("encode-video", "running"));
    scene.awaitTask("it is another's", t -> t.id().equals(task.id()) && scene.isOf(other, t));
    worker.database().pass();
    worker.awaitWords(task.id().toString());
    scene.endsWellRepeating(1);
  }

  @Test
  @Tag("short")
  @DisplayName("SIGSTOP the worker past its lease, then SIGCONT")
  void frozenPastItsLease(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node worker = scene.arena().first();
    worker.encoder().slow();
    scene.upload(Film.FILM);
    Task task = scene.awaitEncoding(worker);
    worker.freeze();
    scene.struck();
    scene.awaitEnd();
    Map<UUID, String> before = scene.outcome().dumps();
    worker.thaw();
    worker.awaitWords(task.id().toString());
    scene.awaitThat(
        "what it ran has ended", () -> worker.hub().process().descendants().count() == 0);
    scene.endsWellRepeating(1);
    assertThat(scene.outcome().dumps()).as("after the zombie's return").isEqualTo(before);
  }
}
