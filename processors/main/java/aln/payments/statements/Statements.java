package aln.payments.statements;

import aln.accounts.Caller;
import aln.sql.Row;
import aln.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What creators see of their accounts. */
@Component
public class Statements {

  private final Sql sql;

  public Statements(Sql sql) {
    this.sql = sql;
  }

  /**
   * What the caller has in each currency, in their order; negative after refunds of what was paid.
   */
  public Holdings balance(Caller caller) {
    return new Holdings(
        sql.statement("payments/read-holdings")
            .param("owner", caller.id())
            .query(
                (columns, number) ->
                    holding(columns.getString("currency"), columns.getLong("balance")))
            .list());
  }

  private static Holding holding(String currency, long balance) {
    return new Holding(currency, CurrencyUnit.of(currency).getDecimalPlaces(), balance);
  }

  /**
   * A month of the caller as CSV (RFC 4180), by UTC.
   *
   * @param month as 2026-11
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public String of(Caller caller, String month) {
    return of(caller.id(), YearMonth.parse(month));
  }

  private String of(UUID owner, YearMonth month) {
    OffsetDateTime begin = month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    OffsetDateTime end = month.plusMonths(1).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    Map<String, Long> opening = new LinkedHashMap<>();
    sql.statement("payments/opening-balances")
        .param("owner", owner)
        .param("begin", begin)
        .param("end", end)
        .query(
            columns -> {
              opening.put(columns.getString("currency"), columns.getLong("balance"));
            });
    List<Entry> entries =
        sql.statement("payments/list-entries")
            .param("owner", owner)
            .param("begin", begin)
            .param("end", end)
            .query(Statements::entry)
            .list();
    return Statement.of(opening, entries);
  }

  private static Entry entry(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    return new Entry(
        columns.getLong("journal"),
        row.time("posted_at"),
        row.text("kind"),
        row.textOrNull("title"),
        row.textOrNull("reference"),
        row.text("currency"),
        longOrNull(columns, "paid"),
        row.integerOrNull("fee_bps"),
        longOrNull(columns, "fee"),
        row.integerOrNull("share_bps"),
        longOrNull(columns, "share"),
        longOrNull(columns, "returned"),
        columns.getLong("amount"));
  }

  private static @Nullable Long longOrNull(ResultSet columns, String name) throws SQLException {
    return columns.getObject(name, Long.class);
  }

  /** All of them. */
  public record Holdings(List<Holding> items) {}

  /**
   * @param decimals of the currency: 2 of NGN, 0 of JPY, 3 of KWD
   * @param amount whole minor units
   */
  public record Holding(String currency, int decimals, long amount) {}
}
