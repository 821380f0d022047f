package aln.payments.ledger;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One event and what it moves. Cannot be made unless it sums to zero in every currency; the
 * database holds the same when it is committed.
 *
 * @param kind as in the table
 * @param provider who told of the event; {@link #HUB} where the hub itself decided
 * @param eventKey the provider's name of the event; with it, an event posts once
 * @param sale that it is about
 * @param returned of that sale in minor units, all that has been given back or is contested after
 *     this journal
 */
public record Journal(
    String kind,
    String provider,
    String eventKey,
    @Nullable UUID sale,
    @Nullable Long returned,
    List<Posting> postings) {

  /** The provider of events that nobody outside told of. */
  public static final String HUB = "hub";

  public Journal {
    postings = List.copyOf(postings);
    if (postings.size() < 2) {
      throw new IllegalArgumentException("A journal has two postings at least: " + eventKey);
    }
    Set<Object> accounts = new HashSet<>();
    for (Posting each : postings) {
      if (!accounts.add(List.of(each.account(), each.amount().getCurrencyUnit()))) {
        throw new IllegalArgumentException(eventKey + " posts twice to " + each.account());
      }
    }
    if (!sums(postings).stream().allMatch(Money::isZero)) {
      throw new IllegalArgumentException(eventKey + " does not sum to zero: " + postings);
    }
  }

  /** A journal about no sale. */
  public static Journal of(String kind, String provider, String eventKey, Posting... postings) {
    return new Journal(kind, provider, eventKey, null, null, List.of(postings));
  }

  private static Collection<Money> sums(List<Posting> postings) {
    Map<CurrencyUnit, Money> sums =
        postings.stream()
            .map(Posting::amount)
            .collect(Collectors.toMap(Money::getCurrencyUnit, each -> each, Money::plus));
    return sums.values();
  }
}
