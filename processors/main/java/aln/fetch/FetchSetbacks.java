package aln.fetch;

import aln.messages.Outbox;
import aln.problems.Problem;
import aln.sql.Sql;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a fetch that did not end well: another try after a pause, or its end. */
@Component
public class FetchSetbacks {

  private static final Logger LOG = LoggerFactory.getLogger(FetchSetbacks.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final Duration OURS = Duration.ofSeconds(10);

  private final Fetches fetches;
  private final Sql sql;
  private final Outbox outbox;
  private final FetchSettings settings;

  FetchSetbacks(Fetches fetches, Sql sql, Outbox outbox, FetchSettings settings) {
    this.fetches = fetches;
    this.sql = sql;
    this.outbox = outbox;
    this.settings = settings;
  }

  /**
   * No further try would end otherwise: upload and asset end with the reason, and what was reserved
   * is given back. What the hub itself cannot do just now is tried again.
   */
  @Transactional
  public void refuse(Fetch fetch, Problem reason) {
    if (reason.status() == 409 || reason.status() == 503) {
      later(fetch, reason);
    } else {
      end(fetch, reason.code(), String.valueOf(reason.details().detail()));
    }
  }

  /** What may pass: the server's failures are counted, the hub's own are not. */
  @Transactional
  public void later(Fetch fetch, Exception failure) {
    if (!(failure instanceof SourceFailed source)) {
      Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
      LOG.warn("The fetch of {} waits {}: {}", fetch.upload(), OURS, cause.toString());
      retry(fetch, OURS, attempt(fetch), "The hub has a trouble of its own. It goes on by itself.");
      return;
    }
    int attempt = attempt(fetch) + 1;
    String words = source.getMessage();
    if (attempt >= settings.attempts()) {
      end(
          fetch,
          "source-unreachable",
          "%s The hub has tried %d times. Check that the address works, then bring it again."
              .formatted(words, attempt));
    } else {
      Duration pause = source.retryAfter() == null ? pause(attempt) : source.retryAfter();
      LOG.info("Attempt {} of {} failed, next in {}: {}", attempt, fetch.upload(), pause, words);
      retry(fetch, pause, attempt, words);
    }
  }

  private int attempt(Fetch fetch) {
    return sql.statement("fetch/attempt")
        .param("upload", fetch.upload())
        .query(Integer.class)
        .single();
  }

  private void retry(Fetch fetch, Duration pause, int attempt, String words) {
    fetches
        .fenced("fetch/retry-fetch", fetch)
        .param("pause", pause.toString())
        .param("attempt", attempt)
        .param("failure", words)
        .update();
  }

  private void end(Fetch fetch, String code, String message) {
    if (fetches.fenced("fetch/fail-upload", fetch).update() == 0) {
      return;
    }
    sql.statement("fetch/fail-asset")
        .param("asset", fetch.asset())
        .param("code", code)
        .param("message", message)
        .update();
    outbox.announce(
        "asset.failed", fetch.asset(), Map.of("asset", fetch.asset(), "owner", fetch.owner()));
    LOG.info("The fetch of {} ended: {}", fetch.upload(), code);
  }

  /** With up to a quarter more or less, so that what failed together does not return together. */
  private Duration pause(int attempt) {
    double jitter = ThreadLocalRandom.current().nextDouble(0.75, 1.25);
    double millis = settings.pause().toMillis() * Math.pow(3, attempt - 1) * jitter;
    return Duration.ofMillis(Math.min(Math.round(millis), LONGEST_PAUSE.toMillis()));
  }
}
