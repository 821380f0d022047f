package aln.payments.sales;

import aln.payments.ledger.LedgerAccount;
import aln.sql.Json;
import aln.sql.Row;
import aln.sql.Sql;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what the ledger holds of every sale with what its facts say, computed anew. */
@Component
public class SaleAudit {

  private static final int PAGE = 500;
  private static final UUID FIRST = new UUID(0, 0);

  private final Sql sql;
  private final Json json;
  private final SaleRows rows;

  public SaleAudit(Sql sql, Json json, SaleRows rows) {
    this.sql = sql;
    this.json = json;
    this.rows = rows;
  }

  /**
   * Looks at all sales, page by page.
   *
   * @param faults where those go that it finds, in words
   * @param most faults are enough
   * @return how many sales there are
   */
  public long run(List<String> faults, int most) {
    long sales = 0;
    List<Audited> page = page(FIRST);
    while (!page.isEmpty()) {
      sales += page.size();
      for (Audited each : page) {
        if (faults.size() < most) {
          faults.addAll(faultsOf(each));
        }
      }
      page = page(page.get(page.size() - 1).sale().id());
    }
    return sales;
  }

  private static List<String> faultsOf(Audited audited) {
    Sale sale = audited.sale();
    List<String> faults = new ArrayList<>();
    Aftermath after =
        Aftermath.of(
            sale.paid().getAmountMinorLong(),
            sale.paid().getCurrencyUnit().getCode(),
            audited.facts());
    Map<LedgerAccount, Long> right = Position.of(sale, after).amounts();
    if (!right.equals(audited.held())) {
      faults.add(
          "The ledger holds %s of sale %s; its facts come to %s"
              .formatted(audited.held(), sale.id(), right));
    }
    if (after.excess() > 0) {
      faults.add(
          "Of sale %s more was given back than was paid, by %d minor units"
              .formatted(sale.id(), after.excess()));
    }
    return faults;
  }

  private List<Audited> page(UUID after) {
    return sql.statement("payments/audit-sales")
        .param("after", after)
        .param("limit", PAGE)
        .query((columns, number) -> audited(columns))
        .list();
  }

  private Audited audited(ResultSet columns) throws SQLException {
    Row row = new Row(columns);
    Map<LedgerAccount, Long> held = new TreeMap<>();
    for (Held each : json.read(row.text("held"), new TypeReference<List<Held>>() {})) {
      held.put(new LedgerAccount(each.kind(), each.owner(), each.provider()), each.amount());
    }
    return new Audited(
        rows.sale(columns),
        json.read(row.text("facts"), new TypeReference<List<SaleFact>>() {}),
        held);
  }

  private record Held(String kind, @Nullable UUID owner, String provider, long amount) {}

  private record Audited(Sale sale, List<SaleFact> facts, Map<LedgerAccount, Long> held) {}
}
