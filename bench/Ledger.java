import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What the ledger costs when it is large: a balance of the busiest account, a creator's month of 10 000
 * sales, and the recomputation of everything. It is filled without the checks at the commit, which recomputing makes
 * up for.
 *
 * <p>Arguments: postings (default 1000000).
 */
final class Ledger {

  private static final int SALES_OF_CREATOR = 10_000;
  private static final int POSTINGS_A_SALE = 4;
  private static final int AT_ONCE = 10_000;

  public static void main(String[] arguments) throws Exception {
    int sales = (arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000) / POSTINGS_A_SALE;
    String port = Integer.toString(freePort());
    Map<String, String> settings = Map.of("ALN_DB_PORT", port, "ALN_LEDGER_CHECK", "1m");
    try (Hub hub = Hub.start(List.of(), settings)) {
      hub.register();
      try (Connection database = connect(hub, port)) {
        long start = System.nanoTime();
        fill(database, sales);
        System.out.printf(
            "%d postings written in %.0f s%n",
            sales * POSTINGS_A_SALE, (System.nanoTime() - start) / 1e9);
        measure(hub, database);
        awaitCheck(database, sales);
      }
    }
  }

  private static void measure(Hub hub, Connection database) throws Exception {
    String balance =
        "select coalesce(sum(balance), 0) from ledger_holding where kind = 'platform-fee' and provider = ''"
            + " and currency = 'NGN' and owner_id is null";
    tell("balance of the platform, in SQL", 300, () -> number(database, balance));
    tell("balance of a creator, by REST", 300, () -> hub.get("/api/payments/balance"));
    String month = "/api/payments/statements/" + YearMonth.now(ZoneOffset.UTC);
    int lines = hub.get(month).split("\r\n").length;
    if (lines != SALES_OF_CREATOR + 3) {
      throw new IllegalStateException("The statement has " + lines + " lines");
    }
    tell("a month of 10 000 sales, by REST", 7, () -> hub.get(month));
  }

  private static void tell(String what, int times, Callable<?> call) throws Exception {
    double[] took = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      call.call();
      took[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(took);
    System.out.printf(
        "%s: median %.2f ms, slowest %.2f ms of %d%n", what, took[times / 2], took[times - 1], times);
  }

  /** The first sales are the creator's, half and half with another; the others are two others'. */
  private static void fill(Connection database, int sales) throws SQLException {
    run(
        database,
        "insert into account (email, password_hash) select 'creator' || i || '@example.com', '-' from generate_series(0, 99) i");
    run(
        database,
        "insert into asset (id, owner_id, title, filename, content_type, size, source_key)"
            + " select gen_random_uuid(), id, 'A film', 'f', 'video/mp4', 1, id::text from account where email like 'bench@%'");
    run(
        database,
        "insert into ledger_account (kind, owner_id, currency) select 'creator', id, 'NGN' from account");
    run(
        database,
        "insert into ledger_account (kind, provider, currency) values ('clearing', 'sandbox', 'NGN'), ('platform-fee', '', 'NGN')");
    checks(database, "disable");
    for (int from = 0; from < sales; from += AT_ONCE) {
      run(database, batch(from, Math.min(sales, from + AT_ONCE)));
    }
    checks(database, "enable always");
    run(database, "analyze");
  }

  private static void checks(Connection database, String how) throws SQLException {
    run(database, "alter table journal " + how + " trigger journal_is_whole");
    run(database, "alter table posting " + how + " trigger posting_fits");
    run(database, "alter table sale " + how + " trigger sale_is_shared");
    run(database, "alter table sale_share " + how + " trigger share_fits");
  }

  private static String batch(int from, int to) {
    return """
        with new_sale as (
          insert into sale (id, provider, reference, event_key, asset_id, buyer_email, terms, currency, amount, fee_bps, fee, split_version)
          select gen_random_uuid(), 'sandbox', i::text, i::text, (select id from asset), 'b@example.com', 'buy', 'NGN', 10000, 1000, 1000, 1
          from generate_series(%d, %d) i
          returning id, reference::int as i),
        part as (
          insert into sale_share (sale_id, collaborator_id, bps, amount)
          select id, case when half = 0 and i < %d then (select id from account where email like 'bench@%%')
            else (select id from account where email = 'creator' || (half * 50 + i %% 50) || '@example.com') end, 5000, 4500
          from new_sale, generate_series(0, 1) half
          returning sale_id, collaborator_id),
        new_journal as (
          insert into journal (kind, provider, event_key, sale_id, returned)
          select 'sale', 'sandbox', i::text, id, 0 from new_sale
          returning id, sale_id)
        insert into posting (journal_id, account_id, currency, amount)
        select j.id, a.id, 'NGN', 4500 from new_journal j join part p using (sale_id) join ledger_account a on a.owner_id = p.collaborator_id
        union all
        select j.id, a.id, 'NGN', case a.kind when 'clearing' then -10000 else 1000 end
        from new_journal j join ledger_account a on a.owner_id is null
        """
        .formatted(from, to - 1, SALES_OF_CREATOR);
  }

  private static void awaitCheck(Connection database, int sales) throws Exception {
    String seconds = "select max(seconds) from ledger_check where sales = " + sales;
    while (number(database, seconds) == 0) {
      Thread.sleep(1000);
    }
    System.out.printf(
        "all recomputed in %.1f s, %d faults%n",
        number(database, seconds),
        (int) number(database, "select max(cardinality(faults)) from ledger_check"));
  }

  private static double number(Connection database, String query) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getDouble(1);
    }
  }

  private static void run(Connection database, String statement) throws SQLException {
    try (Statement running = database.createStatement()) {
      running.execute(statement);
    }
  }

  private static Connection connect(Hub hub, String port) throws IOException, SQLException {
    Path password = hub.data().resolve("keys/postgres-password");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/aln", "aln", Files.readString(password).strip());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
