package aln.payments.ledger;

import aln.sql.Json;
import aln.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The only one who writes journals. */
@Component
public class Ledger {

  private final Sql sql;
  private final Json json;

  public Ledger(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /**
   * Posts an event, once: a repeat, also one at the same moment, does nothing.
   *
   * @return the journal's number; empty when the event had been posted before
   */
  @Transactional
  public Optional<Long> post(Journal journal) {
    Optional<Long> number =
        sql.statement("payments/add-journal")
            .param("kind", journal.kind())
            .param("provider", journal.provider())
            .param("eventKey", journal.eventKey())
            .param("sale", journal.sale())
            .param("returned", journal.returned())
            .query(Long.class)
            .optional();
    number.ifPresent(id -> add(id, journal.postings()));
    return number;
  }

  private void add(long journal, List<Posting> postings) {
    String rows = json.text(postings.stream().map(Row::of).toList());
    sql.statement("payments/open-accounts").param("postings", rows).update();
    sql.statement("payments/add-postings")
        .param("journal", journal)
        .param("postings", rows)
        .update();
  }

  /**
   * Takes a journal back whole, by its exact opposite.
   *
   * @return the number of the journal that does; empty when it, or this event, had been posted
   */
  @Transactional
  public Optional<Long> reverse(long journal, String provider, String eventKey) {
    Optional<Long> number =
        sql.statement("payments/add-reversal")
            .param("journal", journal)
            .param("provider", provider)
            .param("eventKey", eventKey)
            .query(Long.class)
            .optional();
    number.ifPresent(
        id ->
            sql.statement("payments/oppose-postings")
                .param("journal", id)
                .param("reversed", journal)
                .update());
    return number;
  }

  /** What an account holds now. */
  public Money balance(LedgerAccount account, CurrencyUnit currency) {
    return Money.ofMinor(
        currency,
        sql.statement("payments/read-balance")
            .param("kind", account.kind())
            .param("owner", account.owner())
            .param("provider", account.provider())
            .param("currency", currency.getCode())
            .query(Long.class)
            .single());
  }

  /** What it holds now, and nobody else who asks this way gets an answer before the commit. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Money lockedBalance(LedgerAccount account, CurrencyUnit currency) {
    sql.statement("payments/lock-account")
        .param("kind", account.kind())
        .param("owner", account.owner())
        .param("provider", account.provider())
        .param("currency", currency.getCode())
        .query(Long.class)
        .optional();
    return balance(account, currency);
  }

  private record Row(
      String kind, @Nullable UUID owner, String provider, String currency, long amount) {

    static Row of(Posting posting) {
      LedgerAccount account = posting.account();
      return new Row(
          account.kind(),
          account.owner(),
          account.provider(),
          posting.amount().getCurrencyUnit().getCode(),
          posting.amount().getAmountMinorLong());
    }
  }
}
