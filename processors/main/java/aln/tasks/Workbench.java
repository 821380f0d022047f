package aln.tasks;

import aln.sql.Json;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Presigner;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where a claimed task lies while it is worked on: an empty directory, a readable source, a lease
 * that is renewed.
 */
@Component
public class Workbench {

  /** Longer than any task may take. */
  private static final Duration SOURCE_READABLE = Duration.ofHours(12);

  private final String worker =
      ProcessHandle.current().pid() + "@" + UUID.randomUUID().toString().substring(0, 8);
  private final Scratch scratch;
  private final Presigner presigner;
  private final Leases leases;
  private final Json json;

  public Workbench(Scratch scratch, Presigner presigner, Leases leases, Json json) {
    this.scratch = scratch;
    this.presigner = presigner;
    this.leases = leases;
    this.json = json;
  }

  /** This process, as the task rows name it. */
  public String worker() {
    return worker;
  }

  /** Lays out what {@code tasks/claim-task} answered; from here on the lease is renewed. */
  public Work open(Map<String, Object> answer) {
    ClaimedRow row = json.record(answer, ClaimedRow.class);
    Claim claim = row.claim();
    String name = row.kind() + "-" + row.ordinal();
    Work work =
        new Work(
            claim,
            row.version(),
            row.maxAttempts(),
            row.spec(),
            presigner.innerGet(new ObjectRef(Keys.RAW, row.sourceKey()), SOURCE_READABLE),
            row.size(),
            scratch.directory(claim.task() + "-" + claim.fence()),
            Keys.outputPrefix(row.owner(), row.asset(), row.version(), name, row.fence()));
    leases.hold(work);
    return work;
  }

  /** Clears the bench, whatever became of the work. */
  public void close(Work work) {
    leases.release(work);
    FileSystemUtils.deleteRecursively(work.directory());
  }
}
