package aln.tasks;

import aln.sql.Json;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Presigner;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where a claimed task lies while it is worked on: an empty directory with room in it, a readable
 * source, a lease that is renewed.
 */
@Component
public class Workbench {

  /** Longer than any task may take. */
  private static final Duration SOURCE_READABLE = Duration.ofHours(12);

  /** From one look to the next whether the work that waits for its turn is still ours. */
  private static final Duration LOOK = Duration.ofMillis(250);

  private final String worker =
      ProcessHandle.current().pid() + "@" + UUID.randomUUID().toString().substring(0, 8);
  private final Scratch scratch;
  private final ScratchBudget budget;
  private final Turns turns;
  private final Presigner presigner;
  private final Leases leases;
  private final Tasks tasks;
  private final Json json;

  public Workbench(
      Scratch scratch,
      ScratchBudget budget,
      Turns turns,
      Presigner presigner,
      Leases leases,
      Tasks tasks,
      Json json) {
    this.scratch = scratch;
    this.budget = budget;
    this.turns = turns;
    this.presigner = presigner;
    this.leases = leases;
    this.tasks = tasks;
    this.json = json;
  }

  /** This process, as the task rows name it. */
  public String worker() {
    return worker;
  }

  /**
   * Lays out what {@code tasks/claim-task} answered; from here on the lease is renewed.
   *
   * @param aside whether nobody waits for it, so that it takes its turn with others like it
   * @throws HandedBack when this worker stops or has no room for it; the row is queued again then
   * @throws LeaseLost when it went to another while it waited for its turn
   */
  public Work open(Map<String, Object> answer, boolean aside) {
    Work work = work(json.record(answer, ClaimedRow.class));
    if (!leases.hold(work)) {
      throw stopping(work);
    }
    try {
      if (aside) {
        awaitTurn(work);
      }
      budget.reserve(work);
      scratch.make(work.directory());
    } catch (HandedBack | LeaseLost gone) {
      close(work);
      throw gone;
    } catch (ScratchFull | UncheckedIOException full) {
      close(work);
      tasks.retryOrPark(work, full);
      throw new HandedBack(work.claim(), String.valueOf(full.getMessage()));
    }
    return work;
  }

  private void awaitTurn(Work work) {
    try {
      while (!turns.take(work, LOOK)) {
        if (!leases.holds(work)) {
          throw new LeaseLost(work.claim());
        }
        if (leases.isClosed()) {
          throw stopping(work);
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw stopping(work);
    }
  }

  private HandedBack stopping(Work work) {
    tasks.release(work);
    return new HandedBack(work.claim(), Tasks.STOPPING);
  }

  private Work work(ClaimedRow row) {
    Claim claim = row.claim();
    String name = row.kind() + "-" + row.ordinal();
    return new Work(
        claim,
        row.version(),
        row.maxAttempts(),
        row.spec(),
        presigner.innerGet(new ObjectRef(Keys.RAW, row.sourceKey()), SOURCE_READABLE),
        row.size(),
        scratch.locate(claim.task() + "-" + claim.fence()),
        Keys.outputPrefix(row.owner(), row.asset(), row.version(), name, row.fence()));
  }

  /** Clears the bench, whatever became of the work; nothing happens where none was opened. */
  public void close(@Nullable Work work) {
    if (work != null) {
      leases.release(work);
      budget.free(work);
      turns.giveBack(work);
      FileSystemUtils.deleteRecursively(work.directory());
    }
  }
}
