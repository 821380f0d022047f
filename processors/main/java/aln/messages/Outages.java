package aln.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * What cannot be done at the moment and is tried again by itself: said in one line, and the same
 * thing once a minute.
 */
@Component
public class Outages {

  private static final Logger log = LoggerFactory.getLogger(Outages.class);
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final Map<String, Instant> told = new ConcurrentHashMap<>();

  /**
   * @param who the flow that waits
   * @param thrown why
   */
  public void tell(String who, Throwable thrown) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(thrown);
    tell(who + " waits and tries again: " + cause);
  }

  /** Says it, unless it has said the same within the last minute. */
  void tell(String words) {
    Instant now = Instant.now();
    told.values().removeIf(said -> said.isBefore(now.minus(SILENCE)));
    if (told.putIfAbsent(words, now) == null) {
      log.warn(words.strip());
    }
  }
}
