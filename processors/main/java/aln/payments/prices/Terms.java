package aln.payments.prices;

import java.util.Locale;

/** What a buyer pays for: to have, to have for a while, or to have for what they choose to give. */
public enum Terms {
  BUY,
  RENT,
  CHOOSE;

  /** As in the tables. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What {@link #text} wrote. */
  public static Terms of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
