package aln.payments.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Divides whole units in proportion to weights by the largest remainder (Hamilton's method): each
 * gets its exact part rounded down, and those with the largest rests one unit more, the first of
 * equals first. The parts add up exactly, none is negative, and each is less than one unit off.
 */
public final class LargestRemainder {

  private LargestRemainder() {}

  /**
   * @param total 0 or more
   * @param weights 0 or more each, not all 0; in the order that decides between equal rests
   */
  public static long[] divide(long total, long... weights) {
    BigInteger sum =
        Arrays.stream(weights)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add);
    if (total < 0 || sum.signum() <= 0 || Arrays.stream(weights).anyMatch(each -> each < 0)) {
      throw new IllegalArgumentException(total + " by " + Arrays.toString(weights));
    }
    long[] parts = new long[weights.length];
    BigInteger[] rests = new BigInteger[weights.length];
    long left = total;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] exact =
          BigInteger.valueOf(total)
              .multiply(BigInteger.valueOf(weights[i]))
              .divideAndRemainder(sum);
      parts[i] = exact[0].longValueExact();
      rests[i] = exact[1];
      left -= parts[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> rests[i]).reversed()) // stable
        .limit(left)
        .forEach(i -> parts[i]++);
    return parts;
  }
}
