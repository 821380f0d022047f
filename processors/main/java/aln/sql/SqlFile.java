package aln.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** A statement below {@code config/sql}, read once by the bean that runs it. */
public final class SqlFile {

  private SqlFile() {}

  /**
   * The text of a statement.
   *
   * @param name below {@code config/sql}, without extension: {@code accounts/find-by-email}
   * @throws UncheckedIOException when there is no such file
   */
  public static String read(String name) {
    try {
      return new ClassPathResource("config/sql/" + name + ".sql")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
