package aln.payments.payouts;

import aln.payments.ledger.Journal;
import aln.payments.ledger.Ledger;
import aln.payments.ledger.LedgerAccount;
import aln.payments.ledger.Posting;
import aln.payments.money.Currencies;
import aln.problems.Problem;
import aln.sql.Sql;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money on its way to creators. It leaves their balance when it is asked for, so that nothing is
 * paid twice, and comes back whole when the provider could not send it.
 */
@Component
public class Payouts {

  private final Ledger ledger;
  private final Sql sql;

  public Payouts(Ledger ledger, Sql sql) {
    this.ledger = ledger;
    this.sql = sql;
  }

  /**
   * @param id made by the caller; a repeat with the same does nothing
   * @throws Problem 409 when the creator has less than that in this currency
   */
  @Transactional
  public void request(UUID id, UUID creator, String provider, Money amount) {
    CurrencyUnit currency = amount.getCurrencyUnit();
    Currencies.money(amount.getAmountMinorLong(), currency.getCode());
    LedgerAccount account = LedgerAccount.creator(creator);
    Money available = ledger.lockedBalance(account, currency);
    if (find(id).isPresent()) {
      return;
    }
    if (amount.isGreaterThan(available)) {
      throw Problem.conflict(
          "balance-too-small",
          "%s can be paid out. Ask for that, or for less.".formatted(available));
    }
    var journal =
        Journal.of(
            "payout",
            Journal.HUB,
            "payout " + id,
            new Posting(account, amount.negated()),
            new Posting(LedgerAccount.payouts(provider), amount));
    long number =
        ledger
            .post(journal)
            .orElseThrow(() -> new IllegalStateException("Payout " + id + " twice"));
    sql.statement("payments/add-payout")
        .param("id", id)
        .param("owner", creator)
        .param("provider", provider)
        .param("currency", currency.getCode())
        .param("amount", amount.getAmountMinorLong())
        .param("journal", number)
        .update();
  }

  /**
   * The creator has it.
   *
   * @throws IllegalStateException when it was said to have failed: somebody has to look
   */
  @Transactional
  public void paid(UUID id) {
    if (end(id, "paid")) {
      Row payout = find(id).orElseThrow();
      Money amount = Money.ofMinor(CurrencyUnit.of(payout.currency()), payout.amount());
      ledger.post(
          Journal.of(
              "payout-paid",
              Journal.HUB,
              "payout-paid " + id,
              new Posting(LedgerAccount.payouts(payout.provider()), amount.negated()),
              new Posting(LedgerAccount.clearing(payout.provider()), amount)));
    }
  }

  /**
   * It could not be sent.
   *
   * @throws IllegalStateException when it was said to have been paid: somebody has to look
   */
  @Transactional
  public void failed(UUID id) {
    if (end(id, "failed")) {
      ledger.reverse(find(id).orElseThrow().journal(), Journal.HUB, "payout-failed " + id);
    }
  }

  /** Whether it was this that ended it. */
  private boolean end(UUID id, String state) {
    int ended = sql.statement("payments/end-payout").param("id", id).param("state", state).update();
    if (ended == 0 && !find(id).orElseThrow(Problem::notFound).state().equals(state)) {
      throw new IllegalStateException("Payout " + id + " is told to be " + state + " as well");
    }
    return ended > 0;
  }

  private Optional<Row> find(UUID id) {
    return sql.statement("payments/find-payout").param("id", id).query(Row.class).optional();
  }

  record Row(String provider, String currency, long amount, String state, long journal) {}
}
