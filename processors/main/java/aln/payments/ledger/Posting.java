package aln.payments.ledger;

import org.joda.money.Money;

/**
 * What a journal does to one account.
 *
 * @param amount positive: the account is given it; negative: it gives it. Never zero
 */
public record Posting(LedgerAccount account, Money amount) {

  public Posting {
    if (amount.isZero()) {
      throw new IllegalArgumentException("Nothing is posted to " + account);
    }
  }
}
