package aln.payments.prices;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * @param amount of {@link Terms#CHOOSE} the least
 * @param hours of a rent, from the payment; null otherwise
 */
public record Price(Terms terms, Money amount, @Nullable Integer hours) {

  /** A year. */
  static final int LONGEST_RENT = 8760;

  public Price {
    if ((terms == Terms.RENT) != (hours != null)) {
      throw new IllegalArgumentException("A rent, and nothing else, has hours: " + terms);
    }
  }
}
