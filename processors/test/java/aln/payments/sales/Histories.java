package aln.payments.sales;

import aln.payments.ledger.LedgerAccount;
import aln.payments.ledger.Posting;
import aln.payments.splits.FrozenSplit;
import aln.payments.splits.FrozenSplit.Share;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What may become of a payment, in every order in which it may be told. */
public final class Histories {

  /** Of all decimals that there are. */
  public static final List<String> CURRENCIES =
      List.of("NGN", "KES", "GHS", "USD", "EUR", "JPY", "KWD");

  /** The sale itself among the facts. */
  public static final Told SOLD = new Told("sold", new SaleFact("sale", "", "", 0));

  private static final List<String> REFUND = List.of("refund", "refund-paid", "refund-failed");
  private static final List<String> DISPUTE = List.of("dispute", "dispute-won", "dispute-lost");

  private final Random random;

  public Histories(Random random) {
    this.random = random;
  }

  /**
   * @param key of its event
   */
  public record Told(String key, SaleFact fact) {}

  /** Of up to four collaborators; small amounts are frequent, where rounding shows. */
  public Sale sale() {
    Money money = Money.ofMinor(CurrencyUnit.of(currency()), amount());
    var split = new FrozenSplit(new UUID(0, 0), 1, shares(1 + random.nextInt(4)));
    var division = split.divide(money, random.nextInt(3000));
    return new Sale(id(), "sandbox", money, division.fee(), division.parts());
  }

  public String currency() {
    return pick(CURRENCIES);
  }

  /** Minor units. */
  public long amount() {
    return 1 + (random.nextBoolean() ? random.nextInt(30) : random.nextInt(1_000_000));
  }

  private List<Share> shares(int people) {
    List<Share> shares = new ArrayList<>();
    int left = FrozenSplit.WHOLE;
    for (int i = 1; i < people; i++) {
      int bps = 1 + random.nextInt(left - (people - i));
      shares.add(new Share(id(), bps));
      left -= bps;
    }
    shares.add(new Share(id(), left));
    return shares;
  }

  /** The sale, and whatever a provider may say of it, also what contradicts itself. */
  public List<Told> history(Money paid) {
    List<Told> told = new ArrayList<>(List.of(SOLD));
    long amount = paid.getAmountMinorLong();
    String currency = paid.getCurrencyUnit().getCode();
    for (int i = random.nextInt(4); i > 0; i--) {
      tell(told, REFUND, "re-" + i, currency, part(amount));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      tell(told, DISPUTE, "dp-" + i, currency, part(amount));
    }
    if (random.nextBoolean()) {
      tell(told, List.of("fee"), "charge", currency, part(amount));
    }
    if (random.nextInt(10) == 0) {
      tell(told, REFUND, "re-foreign", "XOF", part(amount));
    }
    return told;
  }

  /** All, more than half, or nearly nothing; sometimes more than was paid. */
  private long part(long amount) {
    return switch (random.nextInt(4)) {
      case 0 -> amount;
      case 1 -> 1 + random.nextInt((int) Math.min(amount, 1_000_000));
      case 2 -> amount / 2 + 1;
      default -> 1 + amount / 7;
    };
  }

  private void tell(
      List<Told> told, List<String> kinds, String thing, String currency, long amount) {
    for (String kind : kinds) {
      if (random.nextInt(3) > 0) {
        told.add(new Told(thing + " " + kind, new SaleFact(kind, thing, currency, amount)));
      }
    }
  }

  /** The same in another order, some of it more than once. */
  public List<Told> mixed(List<Told> history) {
    List<Told> mixed = new ArrayList<>(history);
    for (int i = random.nextInt(4); i > 0; i--) {
      mixed.add(pick(history));
    }
    Collections.shuffle(mixed, random);
    return mixed;
  }

  /** Balances after everything was told in this order, one journal after the other. */
  public static Map<LedgerAccount, Long> books(Sale sale, List<Told> told) {
    Map<LedgerAccount, Long> books = new TreeMap<>();
    List<SaleFact> facts = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    boolean sold = false;
    Position at = Position.none(sale);
    for (Told each : told) {
      if (keys.add(each.key())) {
        sold |= each.equals(SOLD);
        if (!each.equals(SOLD)) {
          facts.add(each.fact());
        }
      }
      Position next = sold ? Position.of(sale, after(sale, facts)) : at;
      for (Posting posting : next.since(at)) {
        books.merge(posting.account(), posting.amount().getAmountMinorLong(), Long::sum);
      }
      at = next;
    }
    books.values().removeIf(each -> each == 0);
    return books;
  }

  static Aftermath after(Sale sale, List<SaleFact> facts) {
    return Aftermath.of(
        sale.paid().getAmountMinorLong(), sale.paid().getCurrencyUnit().getCode(), facts);
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
