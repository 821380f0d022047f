package aln.accounts;

import aln.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code account}. An address is the same in any case. */
@Repository
class AccountRows {

  private static final String INSERT = SqlFile.read("accounts/insert");
  private static final String BY_EMAIL = SqlFile.read("accounts/find-by-email");
  private static final String BY_ID = SqlFile.read("accounts/find-by-id");
  private static final String ADMIN_EXISTS = SqlFile.read("accounts/admin-exists");

  private final JdbcClient database;

  AccountRows(JdbcClient database) {
    this.database = database;
  }

  record Row(Account account, String passwordHash) {}

  /** Empty when the address is taken. */
  Optional<Account> insert(String email, String passwordHash, String role) {
    return database
        .sql(INSERT)
        .param("email", email)
        .param("passwordHash", passwordHash)
        .param("role", role)
        .query(AccountRows::row)
        .optional()
        .map(Row::account);
  }

  Optional<Row> findByEmail(String email) {
    return database.sql(BY_EMAIL).param("email", email).query(AccountRows::row).optional();
  }

  Optional<Account> findById(UUID id) {
    return database.sql(BY_ID).param("id", id).query(AccountRows::row).optional().map(Row::account);
  }

  boolean adminExists() {
    return database.sql(ADMIN_EXISTS).query(Boolean.class).single();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Account account =
        new Account(
            row.getObject("id", UUID.class),
            row.getString("email"),
            row.getString("role"),
            row.getObject("created_at", OffsetDateTime.class).toInstant());
    return new Row(account, row.getString("password_hash"));
  }
}
