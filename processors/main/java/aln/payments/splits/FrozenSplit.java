package aln.payments.splits;

import aln.payments.money.LargestRemainder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;

/**
 * Who shares in a sale, for ever. The shares stand in the order of the collaborators' ids as text,
 * whatever order they came in.
 *
 * @param version 0: its owner alone, who has never split it
 */
public record FrozenSplit(UUID asset, int version, List<Share> shares) {

  /** The whole, in basis points. */
  public static final int WHOLE = 10_000;

  public FrozenSplit {
    shares =
        shares.stream()
            .sorted(Comparator.comparing(each -> each.collaborator().toString()))
            .toList();
    Set<UUID> seen = new HashSet<>();
    if (shares.stream().mapToLong(Share::bps).sum() != WHOLE
        || shares.stream().anyMatch(each -> each.bps() < 1 || !seen.add(each.collaborator()))) {
      throw new IllegalArgumentException("Shares of " + asset + " are no whole: " + shares);
    }
  }

  /** What a sale brings whom: the fee rounded down, the rest by the largest remainder. */
  public Division divide(Money paid, int feeBps) {
    long amount = paid.getAmountMinorLong();
    long fee = Math.multiplyExact(amount, (long) feeBps) / WHOLE;
    long[] weights = shares.stream().mapToLong(Share::bps).toArray();
    long[] parts = LargestRemainder.divide(amount - fee, weights);
    List<Part> divided = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      divided.add(
          new Part(
              shares.get(i).collaborator(),
              shares.get(i).bps(),
              Money.ofMinor(paid.getCurrencyUnit(), parts[i])));
    }
    return new Division(Money.ofMinor(paid.getCurrencyUnit(), fee), divided);
  }

  /**
   * @param bps basis points, 1 to 10000
   */
  public record Share(UUID collaborator, int bps) {}

  /**
   * @param parts in the order of the shares; with the fee, they add up to what was paid
   */
  public record Division(Money fee, List<Part> parts) {}

  /** What one collaborator gets. */
  public record Part(UUID collaborator, int bps, Money amount) {}
}
