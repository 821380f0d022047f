package aln.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The hub's database past the hub; every statement on a connection of its own. */
final class Rows {

  private final JdbcClient client;

  Rows(String url, String user, String password) {
    client = JdbcClient.create(new DriverManagerDataSource(url, user, password));
  }

  /**
   * @param statement a file beside the tests, without its ending
   */
  StatementSpec of(String statement) {
    return client.sql(text(statement));
  }

  private static String text(String statement) {
    try (InputStream in = Rows.class.getResourceAsStream(statement + ".sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
