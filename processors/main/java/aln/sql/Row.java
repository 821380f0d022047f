package aln.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row in the types that records want; a plain reader is for columns that cannot be
 * null.
 */
public record Row(ResultSet columns) {

  public UUID uuid(String column) throws SQLException {
    return present(column, columns.getObject(column, UUID.class));
  }

  public @Nullable UUID uuidOrNull(String column) throws SQLException {
    return columns.getObject(column, UUID.class);
  }

  public String text(String column) throws SQLException {
    return present(column, columns.getString(column));
  }

  public @Nullable String textOrNull(String column) throws SQLException {
    return columns.getString(column);
  }

  public int integer(String column) throws SQLException {
    return present(column, columns.getObject(column, Integer.class));
  }

  public @Nullable Integer integerOrNull(String column) throws SQLException {
    return columns.getObject(column, Integer.class);
  }

  public double number(String column) throws SQLException {
    return present(column, columns.getObject(column, Double.class));
  }

  public @Nullable Double numberOrNull(String column) throws SQLException {
    return columns.getObject(column, Double.class);
  }

  public Instant time(String column) throws SQLException {
    return present(column, timeOrNull(column));
  }

  public @Nullable Instant timeOrNull(String column) throws SQLException {
    OffsetDateTime time = columns.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static <T> T present(String column, @Nullable T value) {
    return Objects.requireNonNull(value, column);
  }
}
