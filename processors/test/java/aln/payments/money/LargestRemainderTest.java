package aln.payments.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

  @Test
  void givesTheRestToTheLargestRemaindersAndOfEqualOnesToTheFirst() {
    assertThat(LargestRemainder.divide(10, 3333, 3333, 3334)).containsExactly(3, 3, 4);
    assertThat(LargestRemainder.divide(2, 1, 1, 1)).containsExactly(1, 1, 0);
    assertThat(LargestRemainder.divide(1, 0, 5000, 5000)).containsExactly(0, 1, 0);
    assertThat(LargestRemainder.divide(0, 1, 2)).containsExactly(0, 0);
  }

  @Test
  void refusesWhatCannotBeDivided() {
    assertThatThrownBy(() -> LargestRemainder.divide(-1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LargestRemainder.divide(1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LargestRemainder.divide(1, 2, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void addsUpExactlyAndNobodyIsAUnitOff(
      @ForAll @LongRange(max = Currencies.LARGEST) long total,
      @ForAll @Size(min = 1, max = 60) List<@LongRange(max = Currencies.LARGEST) Long> all) {
    long[] weights = array(all);
    Assume.that(LongStream.of(weights).sum() > 0);
    long[] parts = LargestRemainder.divide(total, weights);
    assertThat(LongStream.of(parts).sum()).isEqualTo(total);
    BigInteger sum = BigInteger.valueOf(LongStream.of(weights).sum());
    for (int i = 0; i < parts.length; i++) {
      assertThat(parts[i]).isNotNegative();
      BigInteger off =
          BigInteger.valueOf(parts[i])
              .multiply(sum)
              .subtract(BigInteger.valueOf(total).multiply(BigInteger.valueOf(weights[i])));
      assertThat(off.abs()).isLessThan(sum);
    }
  }

  @Property
  void givesBackExactlyWhatWasGivenWhenAllIsGivenBack(
      @ForAll @Size(min = 1, max = 60)
          List<@LongRange(min = 1, max = Currencies.LARGEST) Long> all) {
    long[] held = array(all);
    assertThat(LargestRemainder.divide(Arrays.stream(held).sum(), held)).containsExactly(held);
  }

  private static long[] array(List<Long> all) {
    return all.stream().mapToLong(each -> each).toArray();
  }
}
