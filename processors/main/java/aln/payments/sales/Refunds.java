package aln.payments.sales;

import aln.problems.Problem;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that goes back to buyers: taken from everybody who shared in it, in proportion. All that is
 * told of one refund names it alike, by our own name where the hub asked for it.
 */
@Component
public class Refunds {

  private final Sales sales;
  private final SaleRows rows;

  public Refunds(Sales sales, SaleRows rows) {
    this.sales = sales;
    this.rows = rows;
  }

  /**
   * The hub is about to ask the provider for it; the money is set aside first.
   *
   * @param refund our own name of it
   * @throws Problem 404 when nothing was sold by this reference, 409 when more is asked than has
   *     not been given back and is not contested
   */
  @Transactional
  public void request(ProviderEvent event, String refund, Money amount) {
    rows.lock(event);
    if (rows.facts(event).stream().anyMatch(each -> each.key().equals(event.key()))) {
      return;
    }
    Sale sale = rows.find(event).orElseThrow(Problem::notFound);
    Aftermath now = Sales.aftermath(sale, rows.facts(event));
    Money left = sale.paid().minusMinor(now.returned());
    if (!amount.isSameCurrency(left) || !amount.isPositive() || amount.isGreaterThan(left)) {
      throw Problem.conflict(
          "refund-too-large",
          "Of this sale %s can be given back. Ask for that, or for less.".formatted(left));
    }
    pending(event, refund, amount);
  }

  /** The provider has begun a refund. */
  public void pending(ProviderEvent event, String refund, Money amount) {
    note(event, "refund", refund, amount);
  }

  /** The buyer has it. */
  public void paid(ProviderEvent event, String refund, Money amount) {
    note(event, "refund-paid", refund, amount);
  }

  /** The buyer does not get it; those who gave it have it again. */
  public void failed(ProviderEvent event, String refund, Money amount) {
    note(event, "refund-failed", refund, amount);
  }

  private void note(ProviderEvent event, String kind, String refund, Money amount) {
    sales.note(
        event,
        new SaleFact(
            kind, refund, amount.getCurrencyUnit().getCode(), amount.getAmountMinorLong()));
  }
}
