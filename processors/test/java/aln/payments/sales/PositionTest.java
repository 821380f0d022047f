package aln.payments.sales;

import static org.assertj.core.api.Assertions.assertThat;

import aln.payments.ledger.LedgerAccount;
import aln.payments.sales.Histories.Told;
import aln.payments.splits.FrozenSplit;
import aln.payments.splits.FrozenSplit.Part;
import aln.payments.splits.FrozenSplit.Share;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Where the money of a sale is, after whatever may become of it. */
class PositionTest {

  private static final UUID AMINA = UUID.fromString("0a000000-0000-0000-0000-000000000000");
  private static final UUID KOFI = UUID.fromString("f0000000-0000-0000-0000-000000000000");

  private final Sale sale = sale(1000, 1000, new Share(AMINA, 6000), new Share(KOFI, 4000));

  @Test
  void creditsEverybodyOutOfWhatCameIn() {
    assertThat(after().amounts())
        .containsOnly(
            Map.entry(LedgerAccount.clearing("sandbox"), -1000L),
            Map.entry(LedgerAccount.platformFee(), 100L),
            Map.entry(LedgerAccount.creator(AMINA), 540L),
            Map.entry(LedgerAccount.creator(KOFI), 360L));
  }

  @Test
  void takesARefundFromEverybodyInProportionAndKeepsItUntilItIsPaid() {
    assertThat(after(fact("refund", "r", 500)).amounts())
        .containsOnly(
            Map.entry(LedgerAccount.clearing("sandbox"), -1000L),
            Map.entry(LedgerAccount.refunds("sandbox"), 500L),
            Map.entry(LedgerAccount.platformFee(), 50L),
            Map.entry(LedgerAccount.creator(AMINA), 270L),
            Map.entry(LedgerAccount.creator(KOFI), 180L));
    assertThat(after(fact("refund", "r", 500), fact("refund-paid", "r", 500)).amounts())
        .containsEntry(LedgerAccount.clearing("sandbox"), -500L)
        .doesNotContainKey(LedgerAccount.refunds("sandbox"));
    assertThat(after(fact("refund", "r", 500), fact("refund-failed", "r", 0))).isEqualTo(after());
  }

  @Test
  void holdsWhatIsContestedUntilItIsDecided() {
    SaleFact opened = fact("dispute", "d", 1000);
    assertThat(after(opened).amounts())
        .containsOnly(
            Map.entry(LedgerAccount.clearing("sandbox"), -1000L),
            Map.entry(LedgerAccount.disputes("sandbox"), 1000L));
    assertThat(after(opened, fact("dispute-won", "d", 0))).isEqualTo(after());
    assertThat(after(opened, fact("dispute-lost", "d", 1000)).amounts()).isEmpty();
  }

  @Test
  void letsTheOperatorBearTheProvidersFee() {
    assertThat(after(fact("fee", "charge", 15)).amounts())
        .containsEntry(LedgerAccount.clearing("sandbox"), -985L)
        .containsEntry(LedgerAccount.providerFee("sandbox"), -15L)
        .containsEntry(LedgerAccount.creator(AMINA), 540L);
  }

  @Test
  void takesNeverMoreThanWasPaidAndSaysWhatIsTooMuch() {
    List<SaleFact> twice = List.of(fact("refund-paid", "r", 800), fact("dispute-lost", "d", 700));
    Aftermath after = Histories.after(sale, twice);
    assertThat(after.returned()).isEqualTo(1000);
    assertThat(after.excess()).isEqualTo(500);
    assertThat(Position.of(sale, after).amounts()).isEmpty();
  }

  @Test
  void entitlesUntilAllIsGivenBackOrADisputeIsLost() {
    assertThat(Histories.after(sale, List.of()).entitles(1000)).isTrue();
    assertThat(Histories.after(sale, List.of(fact("refund", "r", 999))).entitles(1000)).isTrue();
    assertThat(Histories.after(sale, List.of(fact("refund", "r", 1000))).entitles(1000)).isFalse();
    assertThat(Histories.after(sale, List.of(fact("dispute", "d", 1000))).entitles(1000)).isTrue();
    assertThat(Histories.after(sale, List.of(fact("dispute-lost", "d", 1))).entitles(1000))
        .isFalse();
  }

  @Property(tries = 10_000)
  void endsTheSameInAnyOrderAndHoweverOftenItIsTold(@ForAll long seed) {
    Histories histories = new Histories(new Random(seed));
    Sale random = histories.sale();
    List<Told> history = histories.history(random.paid());
    Map<LedgerAccount, Long> books = Histories.books(random, history);
    assertThat(Histories.books(random, histories.mixed(history))).isEqualTo(books);
    assertThat(Histories.books(random, histories.mixed(history))).isEqualTo(books);
    assertThat(books.values().stream().mapToLong(each -> each).sum()).isZero();
  }

  @Property(tries = 2_000)
  void creditsNobodyMoreThanCameInAndIsAUnitOffAtMost(@ForAll long seed) {
    Histories histories = new Histories(new Random(seed));
    Sale random = histories.sale();
    List<SaleFact> facts =
        histories.history(random.paid()).stream().skip(1).map(Told::fact).toList();
    Aftermath after = Histories.after(random, facts);
    long paid = random.paid().getAmountMinorLong();
    assertThat(after.returned()).isBetween(0L, paid);
    Map<LedgerAccount, Long> amounts = Position.of(random, after).amounts();
    fits(amounts, LedgerAccount.platformFee(), random.fee(), paid, after.returned());
    for (Part part : random.parts()) {
      LedgerAccount account = LedgerAccount.creator(part.collaborator());
      fits(amounts, account, part.amount(), paid, after.returned());
    }
  }

  private static void fits(
      Map<LedgerAccount, Long> amounts,
      LedgerAccount account,
      Money share,
      long paid,
      long returned) {
    long held = amounts.getOrDefault(account, 0L);
    long whole = share.getAmountMinorLong();
    assertThat(held).isBetween(0L, whole);
    assertThat(Math.abs((whole - held) * paid - returned * whole)).isLessThan(paid);
  }

  @Property(tries = 2_000)
  void leavesNothingAfterRefundsOfAllHoweverItWasParted(@ForAll long seed) {
    Random random = new Random(seed);
    Sale sold = new Histories(random).sale();
    List<Told> told = new java.util.ArrayList<>(List.of(Histories.SOLD));
    long left = sold.paid().getAmountMinorLong();
    String currency = sold.paid().getCurrencyUnit().getCode();
    for (int i = 0; left > 0; i++) {
      long part = i == 9 ? left : Math.min(left, 1 + random.nextInt(1_000_000) / (i + 1));
      told.add(new Told("r" + i, new SaleFact("refund-paid", "r" + i, currency, part)));
      left -= part;
    }
    assertThat(Histories.books(sold, new Histories(random).mixed(told))).isEmpty();
  }

  private Position after(SaleFact... facts) {
    return Position.of(sale, Histories.after(sale, List.of(facts)));
  }

  private static SaleFact fact(String kind, String thing, long amount) {
    return new SaleFact(kind, thing, "NGN", amount);
  }

  private static Sale sale(long paid, int feeBps, Share... shares) {
    Money money = Money.ofMinor(CurrencyUnit.of("NGN"), paid);
    var division = new FrozenSplit(new UUID(0, 0), 1, List.of(shares)).divide(money, feeBps);
    return new Sale(new UUID(0, 1), "sandbox", money, division.fee(), division.parts());
  }
}
