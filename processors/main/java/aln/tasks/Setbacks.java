package aln.tasks;

import aln.storage.StoreCircuit;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts a task whose surroundings failed back into the queue without an attempt used up, to be woken
 * after a pause that doubles with each setback up to a minute.
 */
@Component
class Setbacks {

  private static final Logger LOG = LoggerFactory.getLogger(Setbacks.class);

  /** With its quarter more, a minute. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(48);

  private final Claims claims;
  private final StoreCircuit store;
  private final TaskSettings settings;

  Setbacks(Claims claims, StoreCircuit store, TaskSettings settings) {
    this.claims = claims;
    this.store = store;
    this.settings = settings;
  }

  /**
   * @return false when it has had as many setbacks as it may; then nothing has happened but that
   *     this one is counted
   * @throws LeaseLost when the fence is not the row's any more
   */
  boolean later(Claim claim, Cause cause) {
    int setbacks = claims.countSetback(claim);
    if (cause.code().equals(Cause.STORE_AWAY)) {
      store.suspect();
    }
    if (setbacks > settings.maxSetbacks()) {
      return false;
    }
    Duration pause = pause(setbacks);
    claims.release(claim, cause.code(), cause.technical(), pause);
    LOG.warn(
        "Setback {} of {} {}, no attempt lost, next in {}: {}",
        setbacks,
        claim.kind(),
        claim.task(),
        pause,
        cause.technical());
    return true;
  }

  /** With up to a quarter more or less, so that what failed together does not return together. */
  private Duration pause(int setbacks) {
    double jitter = ThreadLocalRandom.current().nextDouble(0.75, 1.25);
    double doubled = settings.pause().toMillis() * Math.pow(2, setbacks - 1.0);
    return Duration.ofMillis(Math.round(Math.min(doubled, LONGEST_PAUSE.toMillis()) * jitter));
  }
}
