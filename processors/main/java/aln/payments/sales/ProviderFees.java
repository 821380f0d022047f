package aln.payments.sales;

import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * What providers keep for their service. The operator of the hub bears it out of the platform fee.
 */
@Component
public class ProviderFees {

  private final Sales sales;

  public ProviderFees(Sales sales) {
    this.sales = sales;
  }

  /**
   * @param what it is for: the charge, a dispute; each counts once
   */
  public void charged(ProviderEvent event, String what, Money amount) {
    sales.note(
        event,
        new SaleFact("fee", what, amount.getCurrencyUnit().getCode(), amount.getAmountMinorLong()));
  }
}
