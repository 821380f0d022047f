package aln.tls;

import org.postgresql.ssl.WrappedFactory;

/** How the PostgreSQL driver trusts as the rest of the hub does; named in the JDBC address. */
public final class DatabaseSockets extends WrappedFactory {

  /**
   * @param file the driver's {@code sslfactoryarg}: certificates in PEM, or empty
   */
  public DatabaseSockets(String file) {
    factory = Trust.of(file).context().getSocketFactory();
  }
}
