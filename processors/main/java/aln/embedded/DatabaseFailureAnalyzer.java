package aln.embedded;

import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * A configured PostgreSQL that is not there, or that does not let the hub in. SQL states of class
 * 08 are connection failures and of class 28 refused sign-ins (PostgreSQL manual, appendix A).
 */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<PSQLException> {

  private final Environment environment;

  DatabaseFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, PSQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    String url = environment.getProperty("aln.db.url", "");
    String database = url.isEmpty() ? "the embedded PostgreSQL" : "the database " + url;
    if (state.startsWith("28")) {
      return new FailureAnalysis(
          database + " refuses the hub's sign-in: " + failure.getMessage(),
          "Set ALN_DB_USER and ALN_DB_PASSWORD (or ALN_DB_PASSWORD_FILE) to what it accepts.",
          root);
    }
    if (failure.getCause() instanceof SSLException) {
      return new FailureAnalysis(
          database + " shows a certificate that is not trusted: " + failure.getMessage(),
          "If it is of a CA of your own, name the CA's PEM file: ALN_TLS_CA=<file>",
          root);
    }
    if (state.startsWith("08") || isUnreachable(failure)) {
      return new FailureAnalysis(
          database + " cannot be reached: " + failure.getMessage(),
          "Start it, or correct ALN_DB_URL=jdbc:postgresql://<host>:5432/<database>, or leave "
              + "ALN_DB_URL empty to use the embedded one.",
          root);
    }
    return null;
  }

  private static boolean isUnreachable(PSQLException failure) {
    return failure.getCause() instanceof ConnectException
        || failure.getCause() instanceof UnknownHostException;
  }
}
