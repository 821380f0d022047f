package aln.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The database: a real PostgreSQL when a URL is given, otherwise the embedded one.
 *
 * @param url {@code jdbc:postgresql://…}, or empty
 * @param port of the embedded one on loopback; 0 takes a free one
 * @param patience how long the hub waits at its start for a real one that is not there yet
 */
@ConfigurationProperties("aln.db")
record DatabaseSettings(String url, String user, String password, int port, Duration patience) {

  private static final Pattern CHECKED = Pattern.compile("[?&]sslmode=verify-(ca|full)(&|$)");
  private static final Pattern OWN_TRUST = Pattern.compile("[?&](sslfactory|sslrootcert)=");

  /** Whether a real server is configured. */
  boolean isReal() {
    return !url.isEmpty();
  }

  /**
   * The way to the configured server; only when {@link #isReal}.
   *
   * @param ca file of certificates in PEM that are trusted in addition to the JVM's, or empty
   * @throws PartFailure when it is no PostgreSQL address
   */
  DatabaseConnection connection(String ca) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new PartFailure(
          "The hub",
          "ALN_DB_URL is not a PostgreSQL JDBC address.",
          "ALN_DB_URL=jdbc:postgresql://<host>:5432/<database>");
    }
    return new DatabaseConnection(trusting(ca), user, password);
  }

  /** An address that asks for a checked certificate, and says nothing else, trusts as we do. */
  private String trusting(String ca) {
    if (!CHECKED.matcher(url).find() || OWN_TRUST.matcher(url).find()) {
      return url;
    }
    return url
        + "&sslfactory=aln.tls.DatabaseSockets&sslfactoryarg="
        + URLEncoder.encode(ca, StandardCharsets.UTF_8);
  }
}
