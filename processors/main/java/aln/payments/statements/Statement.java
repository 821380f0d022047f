package aln.payments.statements;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A month of a creator as CSV: for each currency an opening line, every entry with the balance
 * after it, and a closing line. Amounts are in major units with the decimals of their currency.
 */
final class Statement {

  private static final List<String> COLUMNS =
      List.of(
          "date",
          "entry",
          "event",
          "work",
          "reference",
          "currency",
          "paid",
          "fee_bps",
          "fee",
          "share_bps",
          "share",
          "returned",
          "amount",
          "balance");

  private final Csv csv = new Csv();

  /**
   * @param opening balances at its beginning, by currency, minor units; one for each currency that
   *     there are entries of
   * @param entries by currency, and in their order in the ledger
   */
  static String of(Map<String, Long> opening, List<Entry> entries) {
    Statement statement = new Statement();
    statement.csv.add(COLUMNS);
    opening.forEach(
        (currency, balance) ->
            statement.add(
                CurrencyUnit.of(currency),
                balance,
                entries.stream().filter(each -> each.currency().equals(currency)).toList()));
    return statement.csv.toString();
  }

  private void add(CurrencyUnit currency, long opening, List<Entry> entries) {
    balance("opening", currency, opening);
    long balance = opening;
    for (Entry entry : entries) {
      balance += entry.amount();
      csv.add(
          Arrays.asList(
              entry.at(),
              entry.journal(),
              entry.kind(),
              entry.work(),
              entry.reference(),
              currency.getCode(),
              major(currency, entry.paid()),
              entry.feeBps(),
              major(currency, entry.fee()),
              entry.shareBps(),
              major(currency, entry.share()),
              major(currency, entry.returned()),
              major(currency, entry.amount()),
              major(currency, balance)));
    }
    balance("closing", currency, balance);
  }

  private void balance(String event, CurrencyUnit currency, long balance) {
    csv.add(
        Arrays.asList(
            null,
            null,
            event,
            null,
            null,
            currency.getCode(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            major(currency, balance)));
  }

  private static @Nullable BigDecimal major(CurrencyUnit currency, @Nullable Long minor) {
    return minor == null ? null : BigDecimal.valueOf(minor, currency.getDecimalPlaces());
  }
}
