package aln.callbacks;

import aln.sql.Sql;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Attempts to tell: who makes the next one, and what follows from how it went. */
@Component
public class CallbackAttempts {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackAttempts.class);

  private final Sql sql;
  private final CallbackSettings settings;

  CallbackAttempts(Sql sql, CallbackSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  /** Null when it is not due, done, or its turn has not come. */
  @Transactional
  public @Nullable Delivery claim(UUID id) {
    return sql.statement("callbacks/claim-callback")
        .param("id", id)
        .query(Delivery.class)
        .optional()
        .orElse(null);
  }

  /** Writes down how it went and when it is tried again, if ever. */
  @Transactional
  public void note(Delivery delivery, Outcome outcome) {
    if (outcome.failure() == null) {
      end(delivery, "delivered", outcome);
    } else if (outcome.gone()) {
      end(delivery, "disabled", outcome);
      sql.statement("callbacks/disable-address").param("id", delivery.id()).update();
    } else if (outcome.hopeless() || delivery.attempt() >= settings.pauses().size()) {
      end(delivery, "failed", outcome);
      LOG.warn("Callback {} is given up: {}", delivery.id(), outcome.failure());
    } else {
      sql.statement("callbacks/delay-callback")
          .param("id", delivery.id())
          .param("fence", delivery.fence())
          .param("status", outcome.httpStatus())
          .param("failure", outcome.failure())
          .param("pause", pause(delivery.attempt()).toString())
          .update();
    }
  }

  private void end(Delivery delivery, String state, Outcome outcome) {
    sql.statement("callbacks/end-callback")
        .param("id", delivery.id())
        .param("fence", delivery.fence())
        .param("state", state)
        .param("status", outcome.httpStatus())
        .param("failure", outcome.failure())
        .update();
  }

  /** With up to a tenth more, so that what failed together does not return together. */
  private Duration pause(int attempt) {
    double jitter = ThreadLocalRandom.current().nextDouble(1, 1.1);
    return Duration.ofMillis(Math.round(settings.pauses().get(attempt).toMillis() * jitter));
  }
}
