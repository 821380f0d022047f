package aln.payments.splits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.payments.money.Currencies;
import aln.payments.splits.FrozenSplit.Division;
import aln.payments.splits.FrozenSplit.Part;
import aln.payments.splits.FrozenSplit.Share;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrozenSplitTest {

  private static final UUID ASSET = new UUID(0, 1);

  @Test
  void roundsTheFeeDownAndGivesTheRestToTheCollaborators() {
    UUID first = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    UUID second = UUID.fromString("80000000-0000-0000-0000-00000000000a"); // negative to Java
    UUID third = UUID.fromString("f0000000-0000-0000-0000-00000000000a");
    var split =
        new FrozenSplit(
            ASSET,
            1,
            List.of(new Share(third, 3334), new Share(first, 3333), new Share(second, 3333)));
    Division division = split.divide(Money.of(CurrencyUnit.of("NGN"), 10.09), 1000);
    assertThat(division.fee().getAmountMinorLong()).isEqualTo(100);
    assertThat(division.parts())
        .extracting(Part::collaborator)
        .containsExactly(first, second, third);
    assertThat(division.parts())
        .extracting(each -> each.amount().getAmountMinorLong())
        .containsExactly(303L, 303L, 303L);
  }

  @Test
  void breaksTiesByTheIdsAsTheyAreWritten() {
    UUID low = UUID.fromString("7fffffff-0000-0000-0000-000000000000");
    UUID high = UUID.fromString("80000000-0000-0000-0000-000000000000");
    var split = new FrozenSplit(ASSET, 1, List.of(new Share(high, 5000), new Share(low, 5000)));
    assertThat(split.divide(Money.ofMinor(CurrencyUnit.JPY, 1), 0).parts())
        .extracting(each -> each.amount().getAmountMinorLong())
        .containsExactly(1L, 0L);
  }

  @Test
  void isAlwaysWhole() {
    UUID one = new UUID(1, 1);
    for (List<Share> shares :
        List.of(
            List.<Share>of(),
            List.of(new Share(one, 9999)),
            List.of(new Share(one, 10_001)),
            List.of(new Share(one, 5000), new Share(one, 5000)),
            List.of(new Share(one, 10_000), new Share(ASSET, 0)))) {
      assertThatThrownBy(() -> new FrozenSplit(ASSET, 1, shares))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NGN", "KES", "GHS", "USD", "EUR", "JPY", "KWD"})
  void dividesTheSmallestAndTheLargestAmountOfEveryCurrency(String currency) {
    FrozenSplit split = split(7, new Random(1));
    for (long minor : new long[] {1, 2, 9, Currencies.LARGEST}) {
      Division division = split.divide(Currencies.money(minor, currency), 1250);
      assertThat(total(division)).isEqualTo(Currencies.money(minor, currency));
    }
  }

  @Property
  void sharesSumExactlyNoneIsNegativeAndTheOrderDoesNotMatter(
      @ForAll @LongRange(min = 1, max = Currencies.LARGEST) long paid,
      @ForAll @IntRange(max = 10_000) int feeBps,
      @ForAll @IntRange(min = 1, max = 50) int people,
      @ForAll long seed) {
    FrozenSplit split = split(people, new Random(seed));
    Money money = Money.ofMinor(CurrencyUnit.of("KES"), paid);
    Division division = split.divide(money, feeBps);
    assertThat(total(division)).isEqualTo(money);
    long rest = paid - division.fee().getAmountMinorLong();
    for (Part part : division.parts()) {
      long amount = part.amount().getAmountMinorLong();
      assertThat(amount).isNotNegative();
      assertThat(Math.abs(amount * 10_000 - rest * part.bps())).isLessThan(10_000);
    }
    List<Share> otherOrder = new ArrayList<>(split.shares());
    Collections.shuffle(otherOrder, new Random(seed + 1));
    assertThat(new FrozenSplit(ASSET, 1, otherOrder).divide(money, feeBps)).isEqualTo(division);
  }

  private static Money total(Division division) {
    return division.parts().stream().map(Part::amount).reduce(division.fee(), Money::plus);
  }

  /** Random shares of so many people. */
  private static FrozenSplit split(int people, Random random) {
    int[] bps = new int[people];
    for (int i = 0; i < 10_000; i++) {
      bps[i < people ? i : random.nextInt(people)]++;
    }
    List<Share> shares = new ArrayList<>();
    for (int each : bps) {
      shares.add(new Share(new UUID(random.nextLong(), random.nextLong()), each));
    }
    return new FrozenSplit(ASSET, 1, shares);
  }
}
