package aln.payments.sales;

import aln.payments.ledger.LedgerAccount;
import aln.payments.ledger.Posting;
import aln.payments.money.LargestRemainder;
import aln.payments.splits.FrozenSplit.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What every account holds of one sale; it sums to zero. A journal is the way from one position to
 * the next, so that the ledger ends the same whichever way it went.
 *
 * @param amounts minor units; what holds nothing is left out
 */
public record Position(CurrencyUnit currency, Map<LedgerAccount, Long> amounts) {

  /** Before it was sold. */
  static Position none(Sale sale) {
    return new Position(sale.paid().getCurrencyUnit(), Map.of());
  }

  /**
   * Everybody gives back their part of all that is given back, by the largest remainder; of equal
   * rests the collaborators' come first, in the order of their ids, and the platform's last. When
   * all is given back, nobody holds anything.
   */
  public static Position of(Sale sale, Aftermath after) {
    String provider = sale.provider();
    long[] held =
        LongStream.concat(
                sale.parts().stream().mapToLong(each -> each.amount().getAmountMinorLong()),
                LongStream.of(sale.fee().getAmountMinorLong()))
            .toArray();
    long[] given = LargestRemainder.divide(after.returned(), held);
    Map<LedgerAccount, Long> amounts = new TreeMap<>();
    add(
        amounts,
        LedgerAccount.clearing(provider),
        after.refunded() + after.lost() + after.fees() - sale.paid().getAmountMinorLong());
    add(amounts, LedgerAccount.providerFee(provider), -after.fees());
    add(amounts, LedgerAccount.refunds(provider), after.refunding());
    add(amounts, LedgerAccount.disputes(provider), after.disputed());
    int platform = held.length - 1;
    add(amounts, LedgerAccount.platformFee(), held[platform] - given[platform]);
    for (int i = 0; i < platform; i++) {
      Part part = sale.parts().get(i);
      add(amounts, LedgerAccount.creator(part.collaborator()), held[i] - given[i]);
    }
    return new Position(sale.paid().getCurrencyUnit(), amounts);
  }

  private static void add(Map<LedgerAccount, Long> amounts, LedgerAccount account, long amount) {
    if (amount != 0) {
      amounts.put(account, amount);
    }
  }

  /** What leads there from the position before; nothing when they are the same. */
  List<Posting> since(Position before) {
    Map<LedgerAccount, Long> moves = new TreeMap<>(amounts);
    before.amounts.forEach((account, amount) -> moves.merge(account, -amount, Long::sum));
    List<Posting> postings = new ArrayList<>();
    moves.forEach(
        (account, amount) -> {
          if (amount != 0) {
            postings.add(new Posting(account, Money.ofMinor(currency, amount)));
          }
        });
    return postings;
  }
}
