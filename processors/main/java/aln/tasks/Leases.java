package aln.tasks;

import aln.ffmpeg.RunningCommands;
import aln.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The tasks this process holds now: renews their leases, reports how far they are, ends work whose
 * lease is lost.
 */
@Component
public class Leases {

  private static final Logger log = LoggerFactory.getLogger(Leases.class);

  private final Map<UUID, Work> held = new ConcurrentHashMap<>();
  private boolean closed;
  private final Sql sql;
  private final RunningCommands commands;
  private final TaskProgress progress;
  private final TaskSettings settings;

  public Leases(Sql sql, RunningCommands commands, TaskProgress progress, TaskSettings settings) {
    this.sql = sql;
    this.commands = commands;
    this.progress = progress;
    this.settings = settings;
  }

  /** False when this process stops and takes nothing any more. */
  synchronized boolean hold(Work work) {
    if (!closed) {
      held.put(work.claim().task(), work);
    }
    return !closed;
  }

  void release(Work work) {
    held.remove(work.claim().task(), work);
    commands.forget(work.directory());
  }

  /** From now on nothing new is held. */
  public synchronized void close() {
    closed = true;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  boolean holds(Work work) {
    return work.equals(held.get(work.claim().task()));
  }

  /** What is under way. */
  public List<Work> held() {
    return List.copyOf(held.values());
  }

  /** Ends what runs for it, now or later; its route ends calmly. */
  public void drop(Work work) {
    held.remove(work.claim().task(), work);
    commands.kill(work.directory());
  }

  /**
   * Renews all of them in one statement; the commands of those that are not ours any more are
   * killed.
   */
  public void renew() {
    List<Work> works = List.copyOf(held.values());
    if (works.isEmpty()) {
      return;
    }
    Set<UUID> kept = Set.copyOf(renewed(works));
    works.stream().filter(work -> !kept.contains(work.claim().task())).forEach(this::lose);
  }

  private List<UUID> renewed(List<Work> works) {
    return sql.statement("tasks/renew-leases")
        .param("lease", settings.lease().toString())
        .param("tasks", column(works, work -> work.claim().task()).toArray(UUID[]::new))
        .param("fences", column(works, work -> work.claim().fence()).toArray(Long[]::new))
        .param("progress", column(works, progress::of).toArray(Double[]::new))
        .query(UUID.class)
        .list();
  }

  private void lose(Work work) {
    if (holds(work) && !isCommitted(work.claim())) {
      log.warn("Lost {} {}; ending what runs for it", work.claim().kind(), work.claim().task());
      drop(work);
    }
  }

  /** What has just ended well needs no lease any more. */
  private boolean isCommitted(Claim claim) {
    return sql.statement("tasks/is-committed")
        .param("id", claim.task())
        .param("fence", claim.fence())
        .query(Boolean.class)
        .single();
  }

  private static <T> List<T> column(List<Work> works, Function<Work, T> value) {
    return works.stream().map(value).collect(Collectors.toList());
  }
}
