package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What the database says about one account's uploads. */
record Outcome(Rows rows, UUID account) {

  /**
   * A task as it is now.
   *
   * @param held seconds since it was claimed; 0 unless somebody works on it
   * @param process the number of the process that claimed it last
   */
  record Task(
      UUID id,
      UUID asset,
      String kind,
      int ordinal,
      String state,
      long fence,
      int attempt,
      double progress,
      double held,
      long process) {

    boolean is(String wantedKind, String wantedState) {
      return kind.equals(wantedKind) && state.equals(wantedState);
    }

    String name() {
      return kind + "-" + ordinal;
    }
  }

  /** An event in the outbox, and why the broker would not take it. */
  record Waiting(String type, String failure) {}

  List<Task> tasks() {
    return rows.of("tasks").param("owner", account).query(Task.class).list();
  }

  /** The codes of what failed. */
  List<String> failures() {
    return rows.of("failures").param("owner", account).query(String.class).list();
  }

  List<Waiting> waiting() {
    return rows.of("waiting-events").param("owner", account).query(Waiting.class).list();
  }

  /** The canonical dump of each asset. */
  Map<UUID, String> dumps() {
    Map<UUID, String> dumps = new LinkedHashMap<>();
    rows.of("canonical-dump")
        .param("owner", account)
        .query(
            row -> {
              dumps.put(row.getObject("asset", UUID.class), row.getString("dump"));
            });
    return dumps;
  }

  /** What must hold at every moment, and does not. */
  List<String> brokenPromises() {
    return rows.of("broken-promises").param("owner", account).query(String.class).list();
  }

  List<String> looseEnds() {
    return rows.of("loose-ends").param("owner", account).query(String.class).list();
  }

  /** How many segments of sound are shown. */
  long sounds() {
    return rows.of("sounds").param("owner", account).query(Long.class).single();
  }

  /** Until nothing more has to happen; the patience begins anew with each task that is done. */
  void awaitSettled(Duration patience) {
    var left = new AtomicReference<List<String>>(List.of("unknown"));
    var done = new AtomicLong(-1);
    while (!left.get().isEmpty()) {
      await("everything is settled")
          .atMost(patience)
          .pollInterval(Duration.ofMillis(100))
          .ignoreExceptions()
          .untilAsserted(
              () -> {
                left.set(looseEnds());
                long now = done();
                if (done.getAndSet(now) == now) {
                  assertThat(left.get()).isEmpty();
                }
              });
    }
  }

  private long done() {
    return tasks().stream().filter(task -> task.state().equals("complete")).count();
  }

  /** How often a task was begun once more. */
  long repeated() {
    return tasks().stream().mapToLong(task -> Math.max(0, task.fence() - 1)).sum();
  }

  /** How many of the repeated ones were chunks of video. */
  long repeatedChunks() {
    return tasks().stream()
        .filter(task -> task.kind().equals("encode-video"))
        .mapToLong(task -> Math.max(0, task.fence() - 1))
        .sum();
  }
}
