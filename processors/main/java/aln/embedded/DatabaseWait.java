package aln.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.retry.RetryContext;
import org.springframework.retry.support.RetryTemplate;

/**
 * Waits for a database that starts at the same time as the hub, as it does in compose and in
 * Kubernetes. Whoever uses it afterwards finds out what is wrong, if it has not come by then.
 */
final class DatabaseWait {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);

  private DatabaseWait() {}

  /** Returns when it answers, when it refuses for good, or when the patience is over. */
  static DatabaseConnection await(DatabaseConnection database, Duration patience) {
    if (!patience.isZero()) {
      RetryTemplate.builder()
          .withTimeout(patience)
          .exponentialBackoff(Duration.ofMillis(500), 2, Duration.ofSeconds(5), true)
          .retryOn(Away.class)
          .build()
          .execute(attempt -> look(database, attempt, patience), over -> database);
    }
    return database;
  }

  private static DatabaseConnection look(
      DatabaseConnection database, RetryContext attempt, Duration patience) {
    var account = new Properties();
    account.setProperty("user", database.user());
    account.setProperty("password", database.password());
    account.setProperty("loginTimeout", "5");
    try (Connection answered = DriverManager.getConnection(database.url(), account)) {
      return database;
    } catch (SQLException e) {
      if (!isAway(e)) {
        return database;
      }
      if (attempt.getRetryCount() == 0) {
        LOG.warn(
            "The database cannot be reached yet; waiting up to {} s. {}",
            patience.toSeconds(),
            e.getMessage());
      }
      throw new Away(e);
    }
  }

  /** Nobody listens (class 08), or it is just starting or stopping (57P). */
  private static boolean isAway(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return (state.startsWith("08") || state.startsWith("57P"))
        && !(e.getCause() instanceof SSLException);
  }

  /** Not there now; perhaps in a moment. */
  private static final class Away extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Away(SQLException cause) {
      super(cause);
    }
  }
}
