package aln.payments.sales;

import aln.payments.PaymentSettings;
import aln.payments.entitlements.Entitlements;
import aln.payments.ledger.Journal;
import aln.payments.ledger.Ledger;
import aln.payments.ledger.Posting;
import aln.payments.splits.FrozenSplit;
import aln.payments.splits.FrozenSplit.Division;
import aln.payments.splits.Splits;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sales and what becomes of them. Sale, shares, journal and entitlement are one transaction; what
 * was told of a payment before the sale itself follows in it.
 */
@Component
public class Sales {

  private static final Logger log = LoggerFactory.getLogger(Sales.class);

  private final SaleRows rows;
  private final Splits splits;
  private final Ledger ledger;
  private final Entitlements entitlements;
  private final PaymentSettings settings;

  public Sales(
      SaleRows rows,
      Splits splits,
      Ledger ledger,
      Entitlements entitlements,
      PaymentSettings settings) {
    this.rows = rows;
    this.splits = splits;
    this.ledger = ledger;
    this.entitlements = entitlements;
    this.settings = settings;
  }

  /**
   * Freezes the split, credits everybody, unlocks the work. Recording a payment again answers the
   * sale that there is.
   *
   * @throws IllegalStateException when it is there with another amount or currency
   */
  @Transactional
  public Sale record(Payment payment) {
    ProviderEvent event = payment.event();
    rows.lock(event);
    Optional<Sale> there = rows.find(event);
    if (there.isPresent()) {
      return sameAs(payment, there.get());
    }
    Money paid = payment.paid().amount();
    FrozenSplit split = splits.freeze(payment.asset());
    Division division = split.divide(paid, settings.platformFee());
    Sale sale = rows.add(payment, split.version(), settings.platformFee(), division);
    Position sold = Position.of(sale, aftermath(sale, List.of()));
    post("sale", event.key(), sale, sold.since(Position.none(sale)), 0);
    entitlements.grant(sale.id());
    List<SaleRows.Noted> waiting = rows.facts(event);
    for (int i = 0; i < waiting.size(); i++) {
      follow(sale, waiting.subList(0, i + 1));
    }
    return sale;
  }

  private static Sale sameAs(Payment payment, Sale sale) {
    if (!sale.paid().equals(payment.paid().amount())) {
      throw new IllegalStateException(
          "%s of %s was paid with %s, and now with %s"
              .formatted(
                  payment.event().reference(),
                  sale.provider(),
                  sale.paid(),
                  payment.paid().amount()));
    }
    return sale;
  }

  /** Takes in what a provider told; what comes before its sale waits for it. */
  @Transactional
  public void note(ProviderEvent event, SaleFact fact) {
    rows.lock(event);
    if (rows.add(event, fact)) {
      rows.find(event).ifPresent(sale -> follow(sale, rows.facts(event)));
    }
  }

  /** From the position before the last of these facts to the one after it. */
  private void follow(Sale sale, List<SaleRows.Noted> facts) {
    SaleRows.Noted last = facts.get(facts.size() - 1);
    Aftermath before = aftermath(sale, facts.subList(0, facts.size() - 1));
    Aftermath after = aftermath(sale, facts);
    List<Posting> moves = Position.of(sale, after).since(Position.of(sale, before));
    if (!moves.isEmpty()) {
      post(last.fact().kind(), last.key(), sale, moves, after.returned());
    }
    entitlements.hold(sale.id(), after.entitles(sale.paid().getAmountMinorLong()));
    if (after.excess() > before.excess() || !last.fact().currency().equals(currency(sale))) {
      log.error("{} of sale {} does not fit what was paid: {}", last.key(), sale.id(), last.fact());
    }
  }

  private void post(String kind, String key, Sale sale, List<Posting> moves, long returned) {
    var journal = new Journal(kind, sale.provider(), key, sale.id(), returned, moves);
    if (ledger.post(journal).isEmpty()) {
      throw new IllegalStateException(key + " was posted for something else");
    }
  }

  static Aftermath aftermath(Sale sale, List<SaleRows.Noted> facts) {
    return Aftermath.of(
        sale.paid().getAmountMinorLong(),
        currency(sale),
        facts.stream().map(SaleRows.Noted::fact).toList());
  }

  private static String currency(Sale sale) {
    return sale.paid().getCurrencyUnit().getCode();
  }
}
