package aln.tasks;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts a task back into the queue, to be woken after a pause that grows fourfold with each attempt.
 */
@Component
class Retries {

  private static final Logger log = LoggerFactory.getLogger(Retries.class);

  private final Claims claims;
  private final TaskSettings settings;

  Retries(Claims claims, TaskSettings settings) {
    this.claims = claims;
    this.settings = settings;
  }

  /**
   * @throws LeaseLost when the fence is not the row's any more
   */
  void later(Claim claim, Cause cause) {
    Duration pause = pause(claim.attempt());
    claims.retry(claim, cause, pause.toString());
    log.warn(
        "Attempt {} of {} {} failed, next in {}: {}",
        claim.attempt(),
        claim.kind(),
        claim.task(),
        pause,
        cause.technical());
  }

  /** With up to a quarter more or less, so that what failed together does not return together. */
  private Duration pause(int attempt) {
    double jitter = ThreadLocalRandom.current().nextDouble(0.75, 1.25);
    double millis = settings.pause().toMillis() * Math.pow(4, attempt - 1) * jitter;
    return Duration.ofMillis(Math.round(millis));
  }
}
