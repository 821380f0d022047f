package aln.embedded;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The database: a real PostgreSQL when a URL is given, otherwise the embedded one.
 *
 * @param url {@code jdbc:postgresql://…}, or empty
 * @param port of the embedded one on loopback; 0 takes a free one
 */
@ConfigurationProperties("aln.db")
record DatabaseSettings(String url, String user, String password, int port) {

  /** Whether a real server is configured. */
  boolean isReal() {
    return !url.isEmpty();
  }

  /**
   * The way to the configured server; only when {@link #isReal}.
   *
   * @throws PartFailure when it is no PostgreSQL address
   */
  DatabaseConnection connection() {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new PartFailure(
          "The hub",
          "ALN_DB_URL is not a PostgreSQL JDBC address.",
          "ALN_DB_URL=jdbc:postgresql://<host>:5432/<database>");
    }
    return new DatabaseConnection(url, user, password);
  }
}
