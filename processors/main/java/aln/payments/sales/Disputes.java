package aln.payments.sales;

import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * Payments that a buyer's bank contests, chargebacks among them. While it is not decided the money
 * is nobody's: it is taken from everybody who shared in it, in proportion.
 */
@Component
public class Disputes {

  private final Sales sales;

  public Disputes(Sales sales) {
    this.sales = sales;
  }

  public void opened(ProviderEvent event, String dispute, Money amount) {
    note(event, "dispute", dispute, amount);
  }

  /** Everybody has their part again. */
  public void won(ProviderEvent event, String dispute, Money amount) {
    note(event, "dispute-won", dispute, amount);
  }

  /** The buyer has the money and loses the right to play. */
  public void lost(ProviderEvent event, String dispute, Money amount) {
    note(event, "dispute-lost", dispute, amount);
  }

  private void note(ProviderEvent event, String kind, String dispute, Money amount) {
    sales.note(
        event,
        new SaleFact(
            kind, dispute, amount.getCurrencyUnit().getCode(), amount.getAmountMinorLong()));
  }
}
