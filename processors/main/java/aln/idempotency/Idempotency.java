package aln.idempotency;

import aln.problems.Problem;
import aln.sql.Json;
import aln.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a request asks for once for each {@code Idempotency-Key} of its caller, whichever
 * process dies meanwhile: the key is taken, the work done and its answer kept in one transaction.
 * Keys are remembered for a day at least.
 */
@Component
public class Idempotency {

  /** A request that takes longer has lost its process. */
  private static final String PATIENCE = "5s";

  /** PostgreSQL's lock_not_available. */
  private static final String STILL_LOCKED = "55P03";

  private final Sql sql;
  private final Json json;

  public Idempotency(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /**
   * The answer of the work, or that of the request which has done it before. A request that comes
   * while another with its key is under way waits for that one's end.
   *
   * @param operation operationId
   * @param key as the client sent it, quoted (RFC 8941 §3.3.3) or not; null: the work is done
   * @param request what must be alike in a repeat
   * @param work writes to the database and nowhere else; a failure undoes it, and the key is free
   *     again. Its answer is kept as JSON: it names what was made and holds no secret
   * @throws Problem 422 when the key came with another request, 409 when the first one with this
   *     key has not ended yet
   */
  @Transactional
  public <T> Once<T> once(
      UUID owner,
      String operation,
      @Nullable String key,
      Object request,
      Class<T> answer,
      Supplier<T> work) {
    if (key == null) {
      return Once.now(work.get());
    }
    var use = new Use(owner, operation, unquoted(key));
    String fingerprint = fingerprint(request);
    Kept kept = take(use, fingerprint);
    if (!kept.request().equals(fingerprint)) {
      throw Problem.unprocessable(
          "idempotency-key-reused",
          "This Idempotency-Key was sent with another request. Use a new key for a new request.");
    }
    if (kept.answer() != null) {
      return Once.before(json.read(kept.answer(), answer));
    }
    return Once.now(keep(use, work.get()));
  }

  private Kept take(Use use, String fingerprint) {
    sql.statement("idempotency/wait-at-most").param("patience", PATIENCE).query().singleRow();
    try {
      return sql.statement("idempotency/take-key")
          .param("owner", use.owner())
          .param("operation", use.operation())
          .param("key", use.key())
          .param("request", fingerprint)
          .query(Kept.class)
          .single();
    } catch (DataAccessException failed) {
      if (failed.getRootCause() instanceof SQLException cause
          && STILL_LOCKED.equals(cause.getSQLState())) {
        throw Problem.conflict(
            "idempotency-key-in-use",
            "The first request with this Idempotency-Key has not ended yet. Try again in a few seconds.",
            Duration.ofSeconds(5));
      }
      throw failed;
    }
  }

  private <T> T keep(Use use, T answer) {
    sql.statement("idempotency/keep-answer")
        .param("owner", use.owner())
        .param("operation", use.operation())
        .param("key", use.key())
        .param("answer", json.text(answer))
        .update();
    return answer;
  }

  private static String unquoted(String key) {
    boolean quoted = key.length() > 2 && key.startsWith("\"") && key.endsWith("\"");
    return quoted ? key.substring(1, key.length() - 1) : key;
  }

  private String fingerprint(Object request) {
    try {
      byte[] text = json.text(request).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private record Use(UUID owner, String operation, String key) {}

  /**
   * @param answer null when the key was free
   */
  record Kept(String request, @Nullable String answer) {}
}
