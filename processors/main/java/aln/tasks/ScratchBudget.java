package aln.tasks;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The room on the scratch disk: what is free, minus the reserve that always stays free, minus what
 * the tasks of this process have announced and not yet written.
 */
@Component
public class ScratchBudget {

  private static final Logger LOG = LoggerFactory.getLogger(ScratchBudget.class);

  private final Map<File, Long> announced = new HashMap<>();
  private final Footprint footprint;
  private final LongSupplier usable;
  private final long reserve;
  private boolean refusing;

  @Autowired
  ScratchBudget(Footprint footprint, Scratch scratch, TaskSettings settings) {
    this(footprint, scratch::usable, settings);
  }

  ScratchBudget(Footprint footprint, LongSupplier usable, TaskSettings settings) {
    this.footprint = footprint;
    this.usable = usable;
    this.reserve = settings.scratchReserve().toBytes();
  }

  /**
   * Sets aside what the work will write.
   *
   * @throws ScratchFull when it does not fit
   */
  synchronized void reserve(Work work) {
    long needed = footprint.of(work.claim().kind(), work.spec(), work.sourceSize());
    long free = free();
    if (needed > free) {
      ScratchFull full = new ScratchFull(needed, free);
      if (!refusing) {
        LOG.warn("Tasks are left to others. {}", full.getMessage());
      }
      refusing = true;
      throw full;
    }
    refusing = false;
    announced.put(work.directory(), needed);
  }

  synchronized void free(Work work) {
    announced.remove(work.directory());
  }

  /** Whether not even a small task fits. */
  public synchronized boolean isUsedUp() {
    return usable.getAsLong() < reserve;
  }

  private long free() {
    long promised =
        announced.entrySet().stream()
            .mapToLong(each -> Math.max(0, each.getValue() - written(each.getKey())))
            .sum();
    return usable.getAsLong() - reserve - promised;
  }

  private static long written(File directory) {
    return Optional.ofNullable(directory.listFiles()).stream()
        .flatMap(Stream::of)
        .mapToLong(File::length)
        .sum();
  }
}
