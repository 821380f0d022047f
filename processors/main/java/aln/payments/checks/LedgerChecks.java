package aln.payments.checks;

import aln.paging.Cursor;
import aln.paging.Page;
import aln.payments.PaymentSettings;
import aln.payments.sales.SaleAudit;
import aln.sql.Row;
import aln.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes everything from the postings and the facts, and shouts when something differs. */
@Component
public class LedgerChecks {

  private static final Logger log = LoggerFactory.getLogger(LedgerChecks.class);
  private static final int MOST_FAULTS = 100;

  private final Sql sql;
  private final SaleAudit sales;
  private final PaymentSettings settings;

  public LedgerChecks(Sql sql, SaleAudit sales, PaymentSettings settings) {
    this.sql = sql;
    this.sales = sales;
    this.settings = settings;
  }

  /** When the last one is old enough; by one process at a time. */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public void checkWhenDue() {
    boolean due =
        sql.statement("payments/ledger-check-due")
            .param("period", settings.check().period().toString())
            .query(Boolean.class)
            .single();
    if (due) {
      check();
    }
  }

  /** Now, on one and the same state of all tables. */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public LedgerCheck check() {
    long began = System.nanoTime();
    List<String> faults =
        new ArrayList<>(
            sql.statement("payments/find-faults")
                .param("most", MOST_FAULTS)
                .query(String.class)
                .list());
    long audited = sales.run(faults, MOST_FAULTS);
    sql.statement("payments/keep-ledger-check")
        .param("seconds", (System.nanoTime() - began) / 1e9)
        .param("sales", audited)
        .param("faults", faults.toArray(String[]::new))
        .update();
    LedgerCheck check = newest().orElseThrow();
    if (!faults.isEmpty()) {
      log.error(
          "The ledger is wrong in {} places (GET /api/admin/ledger). The first: {}",
          faults.size(),
          faults.get(0));
    }
    return check;
  }

  public Optional<LedgerCheck> newest() {
    return sql.statement("payments/newest-ledger-check").query(LedgerChecks::row).optional();
  }

  /** Newest first, for admins. */
  public Page<LedgerCheck> list(@Nullable String cursor, int limit) {
    Cursor after = Cursor.read(cursor);
    var found =
        sql.statement("payments/list-ledger-checks")
            .param("before", after.at())
            .param("beforeId", after.id())
            .param("limit", limit + 1)
            .query(LedgerChecks::row)
            .list();
    return Page.of(found, limit, check -> new Cursor(check.checkedAt(), check.id()));
  }

  private static LedgerCheck row(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    return new LedgerCheck(
        row.uuid("id"),
        row.time("checked_at"),
        columns.getDouble("seconds"),
        columns.getLong("journals"),
        columns.getLong("postings"),
        columns.getLong("sales"),
        List.of((String[]) columns.getArray("faults").getArray()));
  }
}
