package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.faults.Outcome.Task;
import aln.hub.Api;
import aln.hub.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** One scenario: an account of its own, what it brings in, and the verdict. */
final class Scene implements CloseableResource {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DROP = "drop";

  private final Arena arena;
  private final Api account;
  private final Outcome outcome;
  private final Watch watch;
  private final Map<UUID, Film> accepted = new LinkedHashMap<>();
  private long fault;
  private long recovered;

  Scene(Arena arena) {
    this.arena = arena;
    account = Api.register(arena.hub().address());
    outcome = new Outcome(arena.stack().rows(), UUID.fromString(account.id()));
    watch = new Watch(outcome);
  }

  Arena arena() {
    return arena;
  }

  Outcome outcome() {
    return outcome;
  }

  /** Makes sure that it is known what these become without a fault. */
  Scene with(Film... films) {
    arena.films().learn(arena.hub().address(), arena.stack(), films);
    return this;
  }

  /** Returns when the hub has accepted it. */
  UUID upload(Film film) {
    return accept(arena.films().upload(film, account), film);
  }

  private UUID accept(UUID asset, Film film) {
    synchronized (accepted) {
      accepted.put(asset, film);
    }
    return asset;
  }

  /** Announces a film that comes in parts; accepted when it is completed. */
  PartedFilm announceInParts(Film film) throws IOException {
    return new PartedFilm(account, arena.films().file(film), asset -> accept(asset, film));
  }

  /** Lays a film into the account's drop folder, where no notification ever tells of it. */
  void drop(Film film) {
    arena.stack().objects().put(DROP, dropKey(film), arena.films().file(film));
  }

  /** Waits until the folder is empty; what it held is one work, and accepted. */
  void awaitDropTaken(Film film) {
    awaitThat("the film is out of the drop folder", () -> dropped().isEmpty());
    assertThat(outcome.dumps()).as("works of one dropped file").hasSize(1);
    accept(outcome.dumps().keySet().iterator().next(), film);
  }

  private List<String> dropped() {
    return arena.stack().objects().keys(DROP, account.id() + "/");
  }

  private String dropKey(Film film) {
    return account.id() + "/" + film.filename();
  }

  /** The fault has happened, or ends: from here on it is counted how long the recovery takes. */
  void struck() {
    fault = System.nanoTime();
  }

  /** Some task that is so. */
  Task awaitTask(String what, Predicate<Task> wanted) {
    return await(what)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(30))
        .until(() -> find(wanted), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<Task> find(Predicate<Task> wanted) {
    return outcome.tasks().stream().filter(wanted).findFirst();
  }

  void awaitThat(String what, Callable<Boolean> condition) {
    await(what)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(30))
        .until(condition);
  }

  /** A chunk that this worker is in the middle of. */
  Task awaitEncoding(Node worker) {
    return awaitTask(
        "the worker is in the middle of a chunk",
        task -> isOf(worker, task) && task.is("encode-video", "running") && task.progress() > 0);
  }

  boolean isOf(Node worker, Task task) {
    return task.process() == worker.process();
  }

  /** Whether the worker has ended all that it began, and that was something. */
  boolean hasCommitted(Node worker) {
    List<Task> own = outcome.tasks().stream().filter(task -> isOf(worker, task)).toList();
    return !own.isEmpty() && own.stream().allMatch(task -> task.state().equals("complete"));
  }

  /** The keys of what an attempt has stored so far. */
  List<String> stored(Task task) {
    return arena
        .stack()
        .objects()
        .keys(Store.TRANSCODED, "user_" + account.id() + "/" + task.asset() + "/")
        .stream()
        .filter(key -> key.contains("/" + task.name() + "/" + task.fence() + "/"))
        .toList();
  }

  /** How many objects the task of this name stores when nothing disturbs it. */
  int storedUndisturbed(Film film, Task task) {
    return Math.toIntExact(
        arena.films().undisturbed(film).objects().stream()
            .filter(object -> object.startsWith("v1/" + task.name() + "/"))
            .count());
  }

  /** Waits until nothing more has to happen. */
  void awaitEnd() {
    verdict().awaitSettled();
    if (recovered == 0) {
      recovered = System.nanoTime();
    }
  }

  private Verdict verdict() {
    return new Verdict(outcome, arena.stack().objects(), arena.films());
  }

  /** Why assets failed, in stable words. */
  List<String> failures() {
    return outcome.failures();
  }

  /** Waits until everything is at its end; then all that must hold holds. */
  void endsWell() {
    awaitEnd();
    assertThat(accepted).as("uploads of this scenario").isNotEmpty();
    verdict().holds(accepted);
    assertThat(watch.broken()).as("what must never be, and was seen").isEmpty();
  }

  /** As {@link #endsWell}, and no worker did more than a chunk twice. */
  void endsWellRepeating(int chunks) {
    endsWell();
    assertThat(outcome.repeatedChunks())
        .as("chunks of video done again")
        .isLessThanOrEqualTo(chunks);
  }

  /** From the fault to the end of all that was accepted; zero when it did not come so far. */
  Duration recovery() {
    return recovered == 0 || fault == 0 ? Duration.ZERO : Duration.ofNanos(recovered - fault);
  }

  long repeated() {
    return outcome.repeated();
  }

  long repeatedChunks() {
    return outcome.repeatedChunks();
  }

  @Override
  public void close() {
    watch.close();
  }
}
