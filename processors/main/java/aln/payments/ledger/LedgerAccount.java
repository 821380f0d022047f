package aln.payments.ledger;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where money is or whose it is. There is one for each currency; the amount says which.
 *
 * @param kind as in the table
 * @param owner of a creator's, else null
 * @param provider where the money is; empty for creators and the platform
 */
public record LedgerAccount(String kind, @Nullable UUID owner, String provider)
    implements Comparable<LedgerAccount> {

  private static final Comparator<LedgerAccount> ORDER =
      Comparator.comparing(LedgerAccount::kind)
          .thenComparing(LedgerAccount::provider)
          .thenComparing(each -> String.valueOf(each.owner()));

  /**
   * What buyers have paid in and the provider has not paid out: negative, it owes it to the hub.
   */
  public static LedgerAccount clearing(String provider) {
    return new LedgerAccount("clearing", null, provider);
  }

  /** What a creator has earned and not been paid; negative after refunds of what was paid out. */
  public static LedgerAccount creator(UUID owner) {
    return new LedgerAccount("creator", owner, "");
  }

  /** What the operator of the hub keeps. */
  public static LedgerAccount platformFee() {
    return new LedgerAccount("platform-fee", null, "");
  }

  /** What the provider has kept for its service: negative, the operator bears it. */
  public static LedgerAccount providerFee(String provider) {
    return new LedgerAccount("provider-fee", null, provider);
  }

  /** On its way back to buyers. */
  public static LedgerAccount refunds(String provider) {
    return new LedgerAccount("refunds", null, provider);
  }

  /** Contested by a buyer's bank: nobody's until it is decided. */
  public static LedgerAccount disputes(String provider) {
    return new LedgerAccount("disputes", null, provider);
  }

  /** On its way to creators. */
  public static LedgerAccount payouts(String provider) {
    return new LedgerAccount("payouts", null, provider);
  }

  @Override
  public int compareTo(LedgerAccount other) {
    return ORDER.compare(this, other);
  }
}
