package aln.payments.prices;

import aln.accounts.Caller;
import aln.payments.money.Currencies;
import aln.problems.Problem;
import aln.sql.Row;
import aln.sql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each currency has its own price; none is converted. A work without a price is free. */
@Component
public class Prices {

  private final Sql sql;

  public Prices(Sql sql) {
    this.sql = sql;
  }

  /** All of them, in the order of terms and currencies; none: the work is free. */
  public List<Price> of(UUID asset) {
    return sql.statement("payments/read-prices")
        .param("asset", asset)
        .query(
            (columns, number) -> {
              Row row = new Row(columns);
              return new Price(
                  Terms.of(row.text("terms")),
                  Currencies.money(columns.getLong("amount"), row.text("currency")),
                  row.integerOrNull("hours"));
            })
        .list();
  }

  /**
   * Replaces them all; none makes the work free. Who has bought it keeps it.
   *
   * @throws Problem 404 when the asset is not the caller's, 400 when two prices are for the same
   *     terms and currency, or a rent is not of 1 hour to a year
   */
  @Transactional
  public void set(Caller caller, UUID asset, List<Price> prices) {
    UUID owner =
        sql.statement("payments/lock-asset")
            .param("asset", asset)
            .query(UUID.class)
            .optional()
            .orElseThrow(Problem::notFound);
    if (!owner.equals(caller.id())) {
      throw Problem.notFound();
    }
    check(prices);
    sql.statement("payments/forget-prices").param("asset", asset).update();
    for (Price price : prices) {
      sql.statement("payments/add-price")
          .param("asset", asset)
          .param("terms", price.terms().text())
          .param("currency", price.amount().getCurrencyUnit().getCode())
          .param("amount", price.amount().getAmountMinorLong())
          .param("hours", price.hours())
          .update();
    }
  }

  private static void check(List<Price> prices) {
    Set<Object> seen = new HashSet<>();
    for (Price price : prices) {
      Money amount = price.amount();
      Currencies.money(amount.getAmountMinorLong(), amount.getCurrencyUnit().getCode());
      if (!seen.add(List.of(price.terms(), amount.getCurrencyUnit()))) {
        throw Problem.invalid("prices", "have one for each terms and currency.");
      }
      Integer hours = price.hours();
      if (hours != null && (hours < 1 || hours > Price.LONGEST_RENT)) {
        throw Problem.invalid("hours", "of a rent are 1 to " + Price.LONGEST_RENT + ".");
      }
    }
  }

  /**
   * The price that an offer meets: exactly, or, where buyers choose, at least.
   *
   * @throws Problem 422 when it meets none; says what is asked
   */
  public Price meet(UUID asset, Terms terms, Money offer) {
    Price price =
        of(asset).stream()
            .filter(each -> each.terms() == terms)
            .filter(each -> each.amount().isSameCurrency(offer))
            .findFirst()
            .orElseThrow(Prices::notForSale);
    boolean enough =
        terms == Terms.CHOOSE
            ? !offer.isLessThan(price.amount()) && offer.getAmountMinorLong() <= Currencies.LARGEST
            : offer.isEqual(price.amount());
    if (!enough) {
      throw Problem.unprocessable(
          "price-not-met",
          "It costs %s%s. Ask for the price again, it may have changed."
              .formatted(terms == Terms.CHOOSE ? "at least " : "", price.amount()));
    }
    return new Price(terms, offer, price.hours());
  }

  private static Problem notForSale() {
    return Problem.unprocessable(
        "not-for-sale", "It is not sold so in this currency. Choose one of its prices.");
  }
}
