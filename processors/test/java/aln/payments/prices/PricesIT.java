package aln.payments.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.accounts.Caller;
import aln.payments.PaymentsOnPostgres;
import aln.problems.Problem;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PricesIT extends PaymentsOnPostgres {

  private Caller owner;
  private UUID asset;

  @BeforeEach
  void aWork() {
    owner = account();
    asset = asset(owner);
  }

  @Test
  void areFixedInEachCurrency() {
    Price buy = new Price(Terms.BUY, naira(150_000), null);
    Price yen = new Price(Terms.BUY, Money.ofMinor(CurrencyUnit.JPY, 180), null);
    Price rent = new Price(Terms.RENT, naira(50_000), 48);
    prices.set(owner, asset, List.of(yen, rent, buy));
    assertThat(prices.of(asset)).containsExactly(yen, buy, rent);
    assertThat(prices.meet(asset, Terms.RENT, naira(50_000))).isEqualTo(rent);
    refuses("price-not-met", Terms.BUY, naira(149_999));
    refuses("price-not-met", Terms.BUY, naira(150_001));
    refuses("not-for-sale", Terms.BUY, Money.ofMinor(CurrencyUnit.USD, 150_000));
    refuses("not-for-sale", Terms.CHOOSE, naira(150_000));
    prices.set(owner, asset, List.of());
    assertThat(prices.of(asset)).isEmpty();
  }

  @Test
  void letBuyersChooseFromTheLeastOn() {
    prices.set(owner, asset, List.of(new Price(Terms.CHOOSE, naira(100), null)));
    assertThat(prices.meet(asset, Terms.CHOOSE, naira(100)).amount()).isEqualTo(naira(100));
    assertThat(prices.meet(asset, Terms.CHOOSE, naira(9000)).amount()).isEqualTo(naira(9000));
    refuses("price-not-met", Terms.CHOOSE, naira(99));
  }

  @Test
  void areSetByTheOwnerOnce() {
    Price price = new Price(Terms.BUY, naira(100), null);
    assertThatThrownBy(() -> prices.set(account(), asset, List.of(price)))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> prices.set(owner, asset, List.of(price, price)))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(
            () -> prices.set(owner, asset, List.of(new Price(Terms.RENT, naira(1), 9000))))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(
            () -> prices.set(owner, asset, List.of(new Price(Terms.BUY, naira(0), null))))
        .isInstanceOf(Problem.class);
    assertThat(prices.of(asset)).isEmpty();
  }

  private void refuses(String code, Terms terms, Money offer) {
    assertThatThrownBy(() -> prices.meet(asset, terms, offer))
        .isInstanceOfSatisfying(
            Problem.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
