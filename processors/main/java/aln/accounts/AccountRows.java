package aln.accounts;

import aln.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The table {@code account}. An address is the same in any case. */
@Repository
class AccountRows {

  private final Sql sql;

  AccountRows(Sql sql) {
    this.sql = sql;
  }

  /** An account with the bcrypt hash of its password. */
  record Kept(Account account, String passwordHash) {}

  /** Empty when the address is taken. */
  Optional<Account> insert(String email, String passwordHash, String role) {
    return sql.statement("accounts/insert")
        .param("email", email)
        .param("passwordHash", passwordHash)
        .param("role", role)
        .query(AccountRows::row)
        .optional()
        .map(Kept::account);
  }

  Optional<Kept> findByEmail(String email) {
    return sql.statement("accounts/find-by-email")
        .param("email", email)
        .query(AccountRows::row)
        .optional();
  }

  Optional<Account> findById(UUID id) {
    return sql.statement("accounts/find-by-id")
        .param("id", id)
        .query(AccountRows::row)
        .optional()
        .map(Kept::account);
  }

  boolean adminExists() {
    return sql.statement("accounts/admin-exists").query(Boolean.class).single();
  }

  private static Kept row(ResultSet row, int number) throws SQLException {
    Account account =
        new Account(
            row.getObject("id", UUID.class),
            row.getString("email"),
            row.getString("role"),
            row.getObject("created_at", OffsetDateTime.class).toInstant());
    return new Kept(account, row.getString("password_hash"));
  }
}
