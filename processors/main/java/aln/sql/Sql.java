package aln.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The statements of {@code config/sql}, by name: {@code jobs/claim-task} is its file without the
 * ending.
 */
@Component
public class Sql {

  private final JdbcClient database;
  private final Map<String, String> statements = new ConcurrentHashMap<>();

  public Sql(JdbcClient database) {
    this.database = database;
  }

  /** The named statement, ready for its {@code :parameters}. */
  public StatementSpec statement(String name) {
    return database.sql(statements.computeIfAbsent(name, Sql::read));
  }

  private static String read(String name) {
    try {
      return new ClassPathResource("config/sql/" + name + ".sql")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
