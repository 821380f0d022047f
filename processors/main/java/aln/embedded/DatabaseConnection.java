package aln.embedded;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** How to reach PostgreSQL, embedded or real. */
record DatabaseConnection(String url, String user, String password)
    implements JdbcConnectionDetails {

  @Override
  public String getJdbcUrl() {
    return url;
  }

  @Override
  public String getUsername() {
    return user;
  }

  @Override
  public String getPassword() {
    return password;
  }

  @Override
  public String toString() {
    return user + "@" + url;
  }
}
