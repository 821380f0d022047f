package aln.payments.sales;

import aln.payments.entitlements.Viewer;
import aln.payments.prices.Price;
import java.util.UUID;

/**
 * That a buyer has paid, as the provider confirmed it.
 *
 * @param buyer an account or a guest; never nobody
 * @param paid terms and the amount that really came in
 */
public record Payment(ProviderEvent event, UUID asset, Viewer buyer, Price paid) {

  public Payment {
    if ((buyer.account() == null) == (buyer.email() == null)) {
      throw new IllegalArgumentException("Somebody has bought it: " + event);
    }
  }
}
