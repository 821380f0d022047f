package aln.tasks;

import java.io.File;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Work that nobody waits for takes turns in a process, whatever its kind, and leaves the machine to
 * the work that somebody waits for. First come, first served.
 */
@Component
class Turns {

  private final Set<File> taken = ConcurrentHashMap.newKeySet();
  private final Semaphore free;

  /**
   * @param atOnce how many have their turn at a time
   */
  Turns(@Value("${aln.workers.aside}") int atOnce) {
    free = new Semaphore(atOnce, true);
  }

  /** Whether its turn has come within this time; from then on it lasts until it is given back. */
  boolean take(Work work, Duration patience) throws InterruptedException {
    boolean came = free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (came) {
      taken.add(work.directory());
    }
    return came;
  }

  /** Nothing happens where none was taken. */
  void giveBack(Work work) {
    if (taken.remove(work.directory())) {
      free.release();
    }
  }
}
