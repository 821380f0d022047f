package aln.callbacks;

import aln.accounts.Caller;
import aln.accounts.DerivedSecrets;
import aln.problems.Problem;
import aln.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A secret for each account, made from the hub's own key and kept nowhere. */
@Component
public class CallbackSecrets {

  /** How long the one before is valid, so that receivers can change over. */
  private static final Duration OVERLAP = Duration.ofHours(24);

  private final Sql sql;
  private final DerivedSecrets secrets;

  CallbackSecrets(Sql sql, DerivedSecrets secrets) {
    this.sql = sql;
    this.secrets = secrets;
  }

  /** The caller's own. */
  public CallbackSecret read(Caller caller) {
    Numbered now =
        sql.statement("callbacks/read-secret")
            .param("account", caller.id())
            .query(Numbered.class)
            .optional()
            .orElseThrow(Problem::notFound);
    return new CallbackSecret(of(caller.id(), now.number()), now.previousUntil());
  }

  /** A new one from now on; the one before is valid for another day, and none before that. */
  @Transactional
  public CallbackSecret rotate(Caller caller) {
    sql.statement("callbacks/rotate-secret").param("account", caller.id()).update();
    return read(caller);
  }

  /** The secret of this number. */
  String of(UUID account, int number) {
    byte[] key = secrets.of("callbacks", account + " " + number);
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  /** What an account's row says. */
  record Numbered(int number, @Nullable OffsetDateTime rotatedAt) {
    @Nullable Instant previousUntil() {
      if (rotatedAt == null) {
        return null;
      }
      Instant until = rotatedAt.toInstant().plus(OVERLAP);
      return until.isAfter(Instant.now()) ? until : null;
    }
  }
}
