package aln.payments.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.accounts.Caller;
import aln.payments.PaymentsOnPostgres;
import aln.payments.entitlements.Viewer;
import aln.payments.ledger.LedgerAccount;
import aln.payments.prices.Price;
import aln.payments.prices.Terms;
import aln.payments.sales.Histories.Told;
import aln.payments.splits.Answer;
import aln.payments.splits.SplitProposal;
import aln.payments.splits.SplitProposal.Wanted;
import aln.problems.Problem;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SalesIT extends PaymentsOnPostgres {

  private final String reference = reference();
  private Caller amina;
  private Caller kofi;
  private Caller buyer;
  private UUID asset;

  @BeforeEach
  void aWorkOfTwo() {
    amina = account();
    kofi = account();
    buyer = account();
    asset = asset(amina);
    split(asset, amina, kofi, 6000);
    prices.set(amina, asset, List.of(new Price(Terms.BUY, naira(1000), null)));
  }

  private void split(UUID work, Caller owner, Caller other, int bps) {
    var shares = List.of(new Wanted(owner.email(), bps), new Wanted(other.email(), 10_000 - bps));
    int version = splits.propose(owner, work, new SplitProposal(shares)).proposal().version();
    splits.agree(other, work, new Answer(version));
  }

  @Test
  void creditsEverybodyAndUnlocksTheWork() {
    assertThat(plays()).isFalse();
    sell(reference, asset, buyer, naira(1000));
    assertThat(earned(amina)).isEqualTo(540);
    assertThat(earned(kofi)).isEqualTo(360);
    assertThat(plays()).isTrue();
    assertThat(sell(reference, asset, buyer, naira(1000)).paid()).isEqualTo(naira(1000));
    assertThat(earned(amina)).as("once").isEqualTo(540);
    assertThatThrownBy(() -> sell(reference, asset, buyer, naira(999)))
        .hasMessageContaining(reference);
  }

  @Test
  void recordsAPaymentOnceForFiftyAtATime() {
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      List<CompletableFuture<UUID>> all =
          IntStream.range(0, 50)
              .mapToObj(
                  each ->
                      CompletableFuture.supplyAsync(
                          () -> sell(reference, asset, buyer, naira(1000)).id(), threads))
              .toList();
      assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(earned(amina)).isEqualTo(540);
  }

  @Test
  void keepsTheSharesOfTheSaleWhenTheyChangeLater() {
    sell(reference, asset, buyer, naira(1000));
    split(asset, amina, kofi, 1000);
    refunds.paid(event(reference, "refund"), "r", naira(1000));
    assertThat(earned(amina)).isZero();
    assertThat(earned(kofi)).isZero();
  }

  @Test
  void takesTheRightAwayWithTheLastOfTheMoneyAndGivesItBackWhenTheRefundFails() {
    sell(reference, asset, buyer, naira(1000));
    refunds.request(event(reference, "first"), "1", naira(400));
    assertThat(plays()).isTrue();
    refunds.request(event(reference, "second"), "2", naira(600));
    assertThat(plays()).isFalse();
    assertThatThrownBy(() -> refunds.request(event(reference, "third"), "3", naira(1)))
        .isInstanceOfSatisfying(
            Problem.class, refusal -> assertThat(refusal.code()).isEqualTo("refund-too-large"));
    refunds.request(event(reference, "second"), "2", naira(600)); // a repeat
    refunds.failed(event(reference, "second failed"), "2", naira(600));
    assertThat(plays()).isTrue();
    refunds.paid(event(reference, "first paid"), "1", naira(400));
    assertThat(earned(amina)).isEqualTo(324);
  }

  @Test
  void takesTheRightAwayWithALostDisputeOnly() {
    sell(reference, asset, buyer, naira(1000));
    disputes.opened(event(reference, "opened"), "d", naira(1000));
    assertThat(plays()).isTrue();
    assertThat(earned(amina)).isZero();
    disputes.won(event(reference, "won"), "d", naira(1000));
    assertThat(earned(amina)).isEqualTo(540);
    disputes.opened(event(reference, "again"), "e", naira(1000));
    disputes.lost(event(reference, "lost"), "e", naira(1000));
    assertThat(plays()).isFalse();
    assertThat(earned(amina)).isZero();
  }

  @Test
  void takesInWhatIsToldBeforeItsSale() {
    refunds.paid(event(reference, "refund"), "r", naira(500));
    fees.charged(event(reference, "fee"), "charge", naira(15));
    assertThat(earned(amina)).isZero();
    sell(reference, asset, buyer, naira(1000));
    assertThat(earned(amina)).isEqualTo(270);
  }

  @Test
  void endsARentWithItsHours() {
    var rent = new Price(Terms.RENT, naira(300), 48);
    sales.record(
        new Payment(event(reference, "paid"), asset, Viewer.guest("Ada@Example.com"), rent));
    Viewer guest = Viewer.guest("ada@example.com");
    assertThat(entitlements.mayPlay(asset, guest)).isTrue();
    assertThat(entitlements.mayPlay(asset(amina), guest)).as("free").isTrue();
    assertThat(plays()).as("somebody else").isFalse();
    database
        .sql("update entitlement set ends_at = now() - interval '1 second' where email = :email")
        .param("email", "ada@example.com")
        .update();
    assertThat(entitlements.mayPlay(asset, guest)).isFalse();
  }

  @Test
  void lockNobodyOutOfTheirOwnWork() {
    assertThat(entitlements.mayPlay(asset, Viewer.of(amina))).isTrue();
    assertThat(entitlements.mayPlay(asset, Viewer.of(kofi))).isTrue();
    assertThat(entitlements.mayPlay(asset, Viewer.of(null))).isFalse();
    assertThat(entitlements.mayPlay(asset, new Viewer(null, null, true))).as("admin").isTrue();
  }

  @Test
  void paysOutWhatThereIsAndCarriesWhatIsMissing() {
    sell(reference, asset, buyer, naira(1000));
    UUID payout = UUID.randomUUID();
    assertThatThrownBy(() -> payouts.request(payout, amina.id(), "sandbox", naira(541)))
        .isInstanceOfSatisfying(
            Problem.class, refusal -> assertThat(refusal.code()).isEqualTo("balance-too-small"));
    payouts.request(payout, amina.id(), "sandbox", naira(500));
    payouts.request(payout, amina.id(), "sandbox", naira(500)); // a repeat
    assertThat(earned(amina)).isEqualTo(40);
    payouts.paid(payout);
    payouts.paid(payout);
    assertThatThrownBy(() -> payouts.failed(payout)).hasMessageContaining("failed as well");
    refunds.paid(event(reference, "refund"), "r", naira(1000));
    assertThat(earned(amina)).as("carried").isEqualTo(-500);
    UUID another = UUID.randomUUID();
    assertThatThrownBy(() -> payouts.request(another, amina.id(), "sandbox", naira(1)))
        .isInstanceOf(Problem.class);
    sell(reference(), asset, buyer, naira(2000));
    assertThat(earned(amina)).isEqualTo(580);
    payouts.request(another, amina.id(), "sandbox", naira(580));
    payouts.failed(another);
    assertThat(earned(amina)).as("came back").isEqualTo(580);
  }

  @Test
  void neverPaysOutMoreThanThereIsHoweverManyAskAtOnce() {
    sell(reference, asset, buyer, naira(1000));
    ExecutorService threads = Executors.newFixedThreadPool(10);
    try {
      List<CompletableFuture<Boolean>> all =
          IntStream.range(0, 10)
              .mapToObj(
                  each ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            try {
                              payouts.request(UUID.randomUUID(), amina.id(), "sandbox", naira(200));
                              return true;
                            } catch (Problem tooMuch) {
                              return false;
                            }
                          },
                          threads))
              .toList();
      assertThat(all.stream().map(CompletableFuture::join).filter(paid -> paid)).hasSize(2);
    } finally {
      threads.shutdownNow();
    }
    assertThat(earned(amina)).isEqualTo(140);
  }

  @Test
  void endsAsTheModelWhateverIsToldInWhateverOrder() {
    Random random = new Random();
    long seed = random.nextLong();
    random.setSeed(seed);
    Histories histories = new Histories(random);
    transaction.executeWithoutResult(
        now -> {
          for (int i = 0; i < 150; i++) {
            tell(histories, "seed " + seed);
          }
          database.sql("set constraints all immediate").update();
          assertThat(checks.check().faults())
              .as("seed " + seed)
              .noneMatch(each -> each.matches("(The ledger|Journal|Account).*"));
          now.setRollbackOnly(); // so much was given back beyond what was paid
        });
  }

  /** One history twice, of two sales that are alike, in two orders; both as the model says. */
  private void tell(Histories histories, String seed) {
    CurrencyUnit currency = CurrencyUnit.of(histories.currency());
    Money paid = Money.ofMinor(currency, histories.amount());
    List<Told> history = histories.history(paid);
    for (int i = 0; i < 2; i++) {
      String sold = reference();
      List<Told> told = histories.mixed(history);
      for (Told each : told) {
        if (each.equals(Histories.SOLD)) {
          sell(sold, asset, buyer, paid);
        } else {
          sales.note(event(sold, each.key()), each.fact());
        }
      }
      Sale sale = sell(sold, asset, buyer, paid);
      assertThat(held(sale)).as(seed).isEqualTo(Histories.books(sale, history));
    }
  }

  private Map<LedgerAccount, Long> held(Sale sale) {
    Map<LedgerAccount, Long> held = new TreeMap<>();
    database
        .sql(
            "select l.kind, l.owner_id, l.provider, sum(p.amount) as amount from journal j"
                + " join posting p on p.journal_id = j.id join ledger_account l on l.id = p.account_id"
                + " where j.sale_id = :sale group by l.id having sum(p.amount) <> 0")
        .param("sale", sale.id())
        .query(
            row -> {
              held.put(
                  new LedgerAccount(
                      row.getString("kind"),
                      row.getObject("owner_id", UUID.class),
                      row.getString("provider")),
                  row.getLong("amount"));
            });
    return held;
  }

  private boolean plays() {
    return entitlements.mayPlay(asset, Viewer.of(buyer));
  }
}
