package aln.payments.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.accounts.Caller;
import aln.payments.PaymentsOnPostgres;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, by plain SQL, and what the ledger writes. */
class LedgerIT extends PaymentsOnPostgres {

  private Caller creator;
  private long journal;

  @BeforeEach
  void somethingIsPosted() {
    creator = account();
    journal = ledger.post(credit(UUID.randomUUID().toString(), 500)).orElseThrow();
    ledger.post(
        Journal.of(
            "refund",
            "sandbox",
            UUID.randomUUID().toString(),
            new Posting(LedgerAccount.refunds("sandbox"), naira(5)),
            new Posting(LedgerAccount.clearing("sandbox"), naira(-5))));
  }

  private Journal credit(String key, long kobo) {
    return Journal.of(
        "sale",
        "sandbox",
        key,
        new Posting(LedgerAccount.creator(creator.id()), naira(kobo)),
        new Posting(LedgerAccount.clearing("sandbox"), naira(-kobo)));
  }

  @Test
  void refusesWhatDoesNotSumToZero() {
    refuses("does not sum to zero", add("sale", null), post("creator", 5), post("clearing", -4));
    refuses("less than two", add("sale", null));
    refuses("less than two", add("sale", null), post("creator", 5));
    String other = UUID.randomUUID().toString();
    ledger.post(
        Journal.of(
            "sale",
            "sandbox",
            other,
            new Posting(LedgerAccount.creator(creator.id()), Money.ofMinor(CurrencyUnit.USD, 5)),
            new Posting(LedgerAccount.clearing("sandbox"), Money.ofMinor(CurrencyUnit.USD, -5))));
    refuses(
        "does not sum to zero",
        add("sale", null),
        post("creator", 5),
        post("clearing", -5).replace("'NGN'", "'USD'"));
  }

  @Test
  void refusesASaleThatIsNotAllShared() {
    UUID sale = sell(reference(), asset(creator), account(), naira(1000)).id();
    String share =
        "insert into sale_share (sale_id, collaborator_id, bps, amount) values ('%s', '%s', 1, 1)";
    refuses("do not add up", share.formatted(sale, account().id()));
    refuses(
        "do not add up",
        "insert into sale (provider, reference, event_key, asset_id, buyer_id, terms, currency, amount, fee_bps, fee,"
            + " split_version) select provider, reference || '2', 'k', asset_id, buyer_id, terms, currency, amount,"
            + " fee_bps, fee, 0 from sale where id = '%s'".formatted(sale));
  }

  @Test
  void cannotBeToldToLookEarlier() {
    refuses(
        "does not sum to zero",
        add("sale", null),
        post("creator", 5),
        post("clearing", -5),
        "set constraints all immediate",
        post("refunds", 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update posting set amount = amount",
        "update posting set amount = 1 where false",
        "delete from posting",
        "truncate posting",
        "update journal set kind = 'fee'",
        "delete from journal where false",
        "truncate journal cascade",
        "update sale set amount = 1",
        "delete from sale_share",
        "update sale_fact set amount = 0",
        "truncate ledger_account cascade",
        "update ledger_account set currency = 'USD'"
      })
  void changesNothing(String statement) {
    refuses("never changed, only reversed", statement);
    refuses(
        "never changed, only reversed", "set local session_replication_role = replica", statement);
  }

  @Test
  void letsNothingJoinAJournalThatIsCommitted() {
    String sneaked =
        "insert into posting (journal_id, account_id, currency, amount)"
            + " select %d, id, currency, 1 from ledger_account where kind = 'refunds' limit 1"
                .formatted(journal);
    refuses("foreign key", sneaked);
    refuses(
        "of the moment",
        sneaked
            .replace("amount)", "amount, posted_at)")
            .replace(
                ", 1 from",
                ", 1, (select posted_at from journal where id = %d) from".formatted(journal)));
    refuses(
        "of the moment",
        "insert into journal (kind, provider, event_key, posted_at) values ('fee', 's', 'k', now() - interval '1 month')");
  }

  @Test
  void reversesOnceAndExactly() {
    refuses(
        "is not the opposite", add("reversal", journal), post("creator", -5), post("clearing", 5));
    assertThat(ledger.reverse(journal, "hub", UUID.randomUUID().toString())).isPresent();
    assertThat(earned(creator)).isZero();
    assertThat(ledger.reverse(journal, "hub", UUID.randomUUID().toString())).isEmpty();
    assertThat(earned(creator)).isZero();
  }

  @Test
  void postsAnEventOnceForFiftyAtATime() {
    String key = UUID.randomUUID().toString();
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      List<CompletableFuture<Boolean>> all =
          IntStream.range(0, 50)
              .mapToObj(
                  each ->
                      CompletableFuture.supplyAsync(
                          () -> ledger.post(credit(key, 100)).isPresent(), threads))
              .toList();
      assertThat(all.stream().map(CompletableFuture::join).filter(posted -> posted)).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(earned(creator)).isEqualTo(600);
  }

  @Test
  void keepsNothingOfWhatWasRolledBack() {
    transaction.executeWithoutResult(
        now -> {
          ledger.post(credit(UUID.randomUUID().toString(), 100));
          now.setRollbackOnly();
        });
    assertThat(earned(creator)).isEqualTo(500);
  }

  @Test
  void refusesAJournalBeforeItIsSent() {
    LedgerAccount clearing = LedgerAccount.clearing("sandbox");
    assertThatThrownBy(() -> Journal.of("sale", "s", "k", new Posting(clearing, naira(1))))
        .hasMessageContaining("two postings");
    assertThatThrownBy(
            () ->
                Journal.of(
                    "sale",
                    "s",
                    "k",
                    new Posting(clearing, naira(1)),
                    new Posting(LedgerAccount.platformFee(), Money.ofMinor(CurrencyUnit.USD, -1))))
        .hasMessageContaining("sum to zero");
    assertThatThrownBy(
            () ->
                Journal.of(
                    "sale",
                    "s",
                    "k",
                    new Posting(clearing, naira(1)),
                    new Posting(clearing, naira(-1))))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> new Posting(clearing, naira(0))).hasMessageContaining("Nothing");
  }

  @Test
  void leavesNoRightToChangeToTheRoleThatOwnsTheTables() {
    assertThat(
            database
                .sql(
                    "select relname || ' ' || privilege_type from pg_class, aclexplode(relacl)"
                        + " where relname in ('journal', 'posting', 'sale', 'sale_share', 'sale_fact', 'ledger_account')"
                        + " and (privilege_type in ('DELETE', 'TRUNCATE')"
                        + " or privilege_type = 'UPDATE' and relname in ('posting', 'sale_share', 'sale_fact'))")
                .query(String.class)
                .list())
        .isEmpty();
  }

  private static String add(String kind, Long reverses) {
    return "insert into journal (kind, provider, event_key, reverses) values ('%s', 's', '%s', %s)"
        .formatted(kind, UUID.randomUUID(), reverses);
  }

  private String post(String kind, long amount) {
    String whose = kind.equals("creator") ? "and owner_id = '" + creator.id() + "'" : "";
    return ("insert into posting (journal_id, account_id, currency, amount)"
            + " select (select max(id) from journal), id, currency, %d from ledger_account"
            + " where kind = '%s' and currency = 'NGN' %s")
        .formatted(amount, kind, whose);
  }

  /** In one transaction. */
  private void refuses(String why, String... statements) {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    now -> {
                      for (String each : statements) {
                        database.sql(each).update();
                      }
                    }))
        .hasStackTraceContaining(why);
  }
}
