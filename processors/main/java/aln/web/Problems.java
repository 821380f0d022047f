package aln.web;

import aln.problems.Problem;
import aln.problems.ProblemDetails;
import aln.storage.StoreUnavailable;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpIOException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Turns what was thrown in a flow or a controller into the problem that the client is told. */
@Component
public class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** The class of SQLSTATE (ISO 9075). */
  private static final String CONNECTION_EXCEPTION = "08";

  /**
   * For the error handling of flows: the body of the answer; sets its headers.
   *
   * @param thrown with all that is wrapped around the cause: {@code @ExchangeException} would give
   *     the innermost one alone, by which one cannot tell the database from the store
   */
  public ProblemDetails answer(
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable thrown,
      @Headers Map<String, Object> headers) {
    Problem problem = of(thrown);
    headers.clear();
    headers.put(Exchange.HTTP_RESPONSE_CODE, problem.status());
    headers.put(Exchange.CONTENT_TYPE, ProblemDetails.MEDIA_TYPE);
    Duration wait = problem.retryAfter();
    if (wait != null) {
      headers.put(HttpHeaders.RETRY_AFTER, wait.toSeconds());
    }
    return problem.details();
  }

  /** Never null. What nobody expected is logged with an incident id, which the client gets too. */
  public Problem of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
      if (isDatabaseAway(cause)) {
        LOG.warn("The database is away: {}", thrown.toString());
        return Problem.unavailable("database");
      }
      if (cause instanceof AmqpConnectException || cause instanceof AmqpIOException) {
        LOG.warn("The broker is away: {}", thrown.toString());
        return Problem.unavailable("broker");
      }
      if (cause instanceof StoreUnavailable
          || cause instanceof SocketException
          || cause instanceof SocketTimeoutException
          || cause instanceof UnknownHostException) {
        LOG.warn("Object storage is away: {}", thrown.toString());
        return Problem.unavailable("object storage");
      }
    }
    return unexpected(thrown);
  }

  private static boolean isDatabaseAway(@Nullable Throwable cause) {
    return cause instanceof DataAccessResourceFailureException
        || cause instanceof TransientDataAccessException
        || cause instanceof CannotCreateTransactionException
        || cause instanceof TransactionSystemException torn && isTorn(torn);
  }

  /** Its connection was lost within: at the commit, or before an undoing that therefore failed. */
  private static boolean isTorn(TransactionSystemException transaction) {
    return isDatabaseAway(transaction.getApplicationException())
        || transaction.getCause() instanceof SQLException cause
            && String.valueOf(cause.getSQLState()).startsWith(CONNECTION_EXCEPTION);
  }

  private static Problem unexpected(Throwable thrown) {
    UUID incident = UUID.randomUUID();
    LOG.error("Incident {}", incident, thrown);
    return Problem.of(
        500,
        "internal-error",
        "Something went wrong inside the hub. Tell its admin this incident: " + incident + ".");
  }
}
