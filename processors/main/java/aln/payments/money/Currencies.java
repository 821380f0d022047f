package aln.payments.money;

import aln.problems.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** Currencies by their ISO 4217 codes. What is no money, such as gold or test codes, is none. */
public final class Currencies {

  /** Minor units that one amount may have; ten thousand times as much is still a long. */
  public static final long LARGEST = 100_000_000_000_000L;

  private Currencies() {}

  /**
   * @throws Problem 400 when there is no such currency
   */
  public static CurrencyUnit read(String code) {
    try {
      CurrencyUnit currency = CurrencyUnit.of(code);
      if (!currency.isPseudoCurrency() && currency.getNumericCode() > 0) {
        return currency;
      }
    } catch (IllegalCurrencyException unknown) {
      // refused below
    }
    throw Problem.invalid(
        "currency", "is no currency of ISO 4217. Write its three capital letters: NGN, KES, USD.");
  }

  /**
   * A positive amount.
   *
   * @param minor whole minor units: kobo, cents, fils; yen
   * @throws Problem 400 when it is none
   */
  public static Money money(long minor, String currency) {
    if (minor < 1 || minor > LARGEST) {
      throw Problem.invalid("amount", "is in whole minor units, 1 to " + LARGEST + ".");
    }
    return Money.ofMinor(read(currency), minor);
  }
}
