package aln.payments;

import aln.Aln;
import aln.accounts.Caller;
import aln.payments.checks.LedgerChecks;
import aln.payments.entitlements.Entitlements;
import aln.payments.entitlements.Viewer;
import aln.payments.ledger.Ledger;
import aln.payments.ledger.LedgerAccount;
import aln.payments.payouts.Payouts;
import aln.payments.prices.Price;
import aln.payments.prices.Prices;
import aln.payments.prices.Terms;
import aln.payments.sales.Disputes;
import aln.payments.sales.Payment;
import aln.payments.sales.ProviderEvent;
import aln.payments.sales.ProviderFees;
import aln.payments.sales.Refunds;
import aln.payments.sales.Sale;
import aln.payments.sales.Sales;
import aln.payments.splits.Splits;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The payments service alone, on a real PostgreSQL that all its tests share. */
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=payments",
      "aln.db.port=0",
      "aln.amqp.port=0",
      "aln.s3.port=0",
      "aln.payments.platform-fee=1000",
      "aln.payments.check.period=1d"
    })
public abstract class PaymentsOnPostgres {

  protected static final CurrencyUnit NGN = CurrencyUnit.of("NGN");

  @Autowired protected JdbcClient database;
  @Autowired protected TransactionTemplate transaction;
  @Autowired protected Ledger ledger;
  @Autowired protected LedgerChecks checks;
  @Autowired protected Splits splits;
  @Autowired protected Prices prices;
  @Autowired protected Entitlements entitlements;
  @Autowired protected Sales sales;
  @Autowired protected Refunds refunds;
  @Autowired protected Disputes disputes;
  @Autowired protected ProviderFees fees;
  @Autowired protected Payouts payouts;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) throws IOException {
    settings.add("aln.data-dir", Files.createTempDirectory("aln-payments")::toString);
  }

  protected Caller account() {
    String email = UUID.randomUUID() + "@example.com";
    UUID id =
        database
            .sql("insert into account (email, password_hash) values (:email, '-') returning id")
            .param("email", email)
            .query(UUID.class)
            .single();
    return new Caller(id, email, false);
  }

  protected UUID asset(Caller owner) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            "insert into asset (id, owner_id, status, title, filename, content_type, size, source_key)"
                + " values (:id, :owner, 'complete', '=Lagos', 'f', 'video/mp4', 1, cast(:id as text))")
        .param("id", id)
        .param("owner", owner.id())
        .update();
    return id;
  }

  protected static ProviderEvent event(String reference, String key) {
    return new ProviderEvent("sandbox", reference + " " + key, reference);
  }

  protected static Money naira(long kobo) {
    return Money.ofMinor(NGN, kobo);
  }

  protected static String reference() {
    return UUID.randomUUID().toString();
  }

  protected static Payment payment(String reference, UUID asset, Caller buyer, Money amount) {
    var bought = new Price(Terms.BUY, amount, null);
    return new Payment(event(reference, "paid"), asset, Viewer.of(buyer), bought);
  }

  protected Sale sell(String reference, UUID asset, Caller buyer, Money amount) {
    return sales.record(payment(reference, asset, buyer, amount));
  }

  /** Kobo. */
  protected long earned(Caller creator) {
    return ledger.balance(LedgerAccount.creator(creator.id()), NGN).getAmountMinorLong();
  }
}
