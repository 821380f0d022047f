package aln.embedded;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Statements on a database of the test. */
final class Sql {

  private Sql() {}

  static void execute(DatabaseConnection database, String statement) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }

  static String query(DatabaseConnection database, String query) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
