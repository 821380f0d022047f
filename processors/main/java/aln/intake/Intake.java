package aln.intake;

import aln.problems.Problem;
import aln.storage.StoreCircuit;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Refuses new work while the hub could not do it, so that whoever brings it keeps it and comes back
 * in time. What was taken in is never refused later.
 */
@Component
public class Intake {

  private static final Duration WORKING_OFF = Duration.ofSeconds(30);

  private final StoreCircuit store;
  private final Backlog backlog;
  private final Room room;

  public Intake(StoreCircuit store, Backlog backlog, Room room) {
    this.store = store;
    this.backlog = backlog;
    this.room = room;
  }

  /**
   * A file that somebody is about to send.
   *
   * @param size bytes
   * @throws Problem 503 when the store is away or too much work waits: it passes by itself; 507
   *     (RFC 4918 §11.5) when the disk is too small for it: somebody must act
   */
  public void admitFile(long size) {
    admitWork();
    long left = room.left();
    if (size > left) {
      throw Problem.of(
          507,
          "insufficient-storage",
          "The file has %d bytes and the hub's disk has room for %d. Delete works you no longer need, or ask the people who run the hub for room; then send it again."
              .formatted(size, left));
    }
  }

  /**
   * Work on something that is stored already.
   *
   * @throws Problem 503 as above
   */
  public void admitWork() {
    if (store.isOpen()) {
      throw Problem.unavailable("object storage", store.retryAfter());
    }
    if (backlog.isFull()) {
      throw Problem.busy(
          "The hub has more work waiting than it takes in. Nothing of yours is lost; try again in a while.",
          WORKING_OFF);
    }
  }
}
