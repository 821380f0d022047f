package aln.payments.checks;

import static org.assertj.core.api.Assertions.assertThat;

import aln.accounts.Caller;
import aln.payments.PaymentsOnPostgres;
import aln.payments.sales.Sale;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody did who switched the database's own guards off. */
class LedgerChecksIT extends PaymentsOnPostgres {

  private final String reference = reference();
  private Sale sale;
  private UUID payout;

  @BeforeEach
  void aSaleAndAPayout() {
    Caller creator = account();
    sale = sell(reference, asset(creator), account(), naira(1000));
    payout = UUID.randomUUID();
    payouts.request(payout, creator.id(), "sandbox", naira(100));
  }

  @Test
  void findNothingWhenAllIsWell() {
    LedgerCheck check = checks.check();
    assertThat(check.faults()).isEmpty();
    assertThat(check.sales()).isPositive();
    assertThat(check.postings()).isGreaterThanOrEqualTo(2 * check.journals());
    assertThat(checks.newest()).contains(check);
    assertThat(checks.list(null, 1).items()).containsExactly(check);
  }

  @Test
  void findAnAmountThatWasChanged() {
    assertThat(after("update posting set amount = amount + 1 where amount > 0 and " + OF_SALE))
        .anyMatch(each -> each.contains("sums to") && each.endsWith("NGN"))
        .anyMatch(each -> each.startsWith("Account ") && each.contains("is kept as"))
        .anyMatch(each -> each.contains(sale.id().toString()));
  }

  @Test
  void findAChangeThatBalances() {
    assertThat(after("update posting set amount = amount * 2 where " + OF_SALE))
        .anyMatch(
            each -> each.startsWith("The ledger holds") && each.contains(sale.id().toString()));
  }

  @Test
  void findAJournalThatIsGone() {
    assertThat(
            after(
                "delete from posting where " + OF_SALE,
                "delete from journal where sale_id = '" + sale.id() + "'"))
        .anyMatch(each -> each.startsWith("The ledger holds {}"));
  }

  @Test
  void findABalanceThatWasChanged() {
    assertThat(after("update ledger_balance set balance = balance + 1"))
        .anyMatch(each -> each.startsWith("Account "));
  }

  @Test
  void findAPayoutThatTheLedgerDoesNotKnow() {
    assertThat(after("update payout set state = 'paid' where id = '" + payout + "'"))
        .contains("Payout " + payout + " is paid and not in the ledger so");
  }

  @Test
  void findWhatWaitsForASaleThatNeverComes() {
    String nothing = reference();
    refunds.paid(event(nothing, "refund"), "r", naira(5));
    assertThat(after("update sale_fact set noted_at = now() - interval '2 days'"))
        .anyMatch(each -> each.contains("waits for the sale " + nothing));
  }

  @Test
  void areMadeOnceInAPeriod() {
    checks.checkWhenDue();
    long made = count();
    checks.checkWhenDue();
    assertThat(count()).isEqualTo(made);
  }

  private static final String OF_SALE =
      "journal_id in (select id from journal where sale_id = '%s')";

  /** Faults after statements that are undone in the end. */
  private List<String> after(String... statements) {
    return transaction.execute(
        now -> {
          for (String table : List.of("posting", "journal", "sale_fact")) {
            database.sql("alter table " + table + " disable trigger user").update();
          }
          for (String each : statements) {
            database.sql(each.formatted(sale.id())).update();
          }
          now.setRollbackOnly();
          return checks.check().faults();
        });
  }

  private long count() {
    return database.sql("select count(*) from ledger_check").query(Long.class).single();
  }
}
