package aln.workers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param grace from the signal to stop until the process must have ended
 */
@ConfigurationProperties("aln.workers")
public record WorkerSettings(Duration grace) {

  /** What a task under way gets; the rest is for handing back and for closing down. */
  Duration patience() {
    Duration rest = Duration.ofSeconds(5);
    return grace.compareTo(rest.multipliedBy(2)) > 0 ? grace.minus(rest) : grace.dividedBy(2);
  }
}
