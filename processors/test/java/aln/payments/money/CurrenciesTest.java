package aln.payments.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.problems.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrenciesTest {

  @ParameterizedTest
  @CsvSource({"NGN,2", "KES,2", "GHS,2", "USD,2", "EUR,2", "JPY,0", "KWD,3"})
  void knowDecimals(String code, int decimals) {
    assertThat(Currencies.read(code).getDecimalPlaces()).isEqualTo(decimals);
    assertThat(Currencies.money(1234, code).getAmountMinorLong()).isEqualTo(1234);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ngn", "NAIRA", "ZZZ", "XAU", "XXX", "XTS"})
  void refuseWhatIsNoMoney(String code) {
    assertThatThrownBy(() -> Currencies.read(code)).isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Currencies.LARGEST + 1, Long.MAX_VALUE})
  void refuseAmountsThatNobodyPays(long minor) {
    assertThatThrownBy(() -> Currencies.money(minor, "NGN")).isInstanceOf(Problem.class);
  }
}
