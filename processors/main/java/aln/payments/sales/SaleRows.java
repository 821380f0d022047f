package aln.payments.sales;

import aln.payments.splits.FrozenSplit.Division;
import aln.payments.splits.FrozenSplit.Part;
import aln.sql.Json;
import aln.sql.Row;
import aln.sql.Sql;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Sales and facts in their tables. */
@Component
class SaleRows {

  private final Sql sql;
  private final Json json;

  SaleRows(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /** Of one payment one thing happens at a time, also before there is a row of it. */
  void lock(ProviderEvent event) {
    sql.statement("payments/lock-reference")
        .param("provider", event.provider())
        .param("reference", event.reference())
        .query()
        .singleRow();
  }

  Optional<Sale> find(ProviderEvent event) {
    return sql.statement("payments/find-sale")
        .param("provider", event.provider())
        .param("reference", event.reference())
        .query((columns, number) -> sale(columns))
        .optional();
  }

  Sale add(Payment payment, int splitVersion, int feeBps, Division division) {
    Money paid = payment.paid().amount();
    UUID id =
        sql.statement("payments/add-sale")
            .param("provider", payment.event().provider())
            .param("reference", payment.event().reference())
            .param("eventKey", payment.event().key())
            .param("asset", payment.asset())
            .param("buyer", payment.buyer().account())
            .param("email", payment.buyer().email())
            .param("terms", payment.paid().terms().text())
            .param("hours", payment.paid().hours())
            .param("currency", paid.getCurrencyUnit().getCode())
            .param("amount", paid.getAmountMinorLong())
            .param("feeBps", feeBps)
            .param("fee", division.fee().getAmountMinorLong())
            .param("splitVersion", splitVersion)
            .query(UUID.class)
            .single();
    for (Part part : division.parts()) {
      sql.statement("payments/add-sale-share")
          .param("sale", id)
          .param("collaborator", part.collaborator())
          .param("bps", part.bps())
          .param("amount", part.amount().getAmountMinorLong())
          .update();
    }
    return new Sale(id, payment.event().provider(), paid, division.fee(), division.parts());
  }

  /** Whether it is new. */
  boolean add(ProviderEvent event, SaleFact fact) {
    return sql.statement("payments/add-fact")
            .param("provider", event.provider())
            .param("reference", event.reference())
            .param("eventKey", event.key())
            .param("kind", fact.kind())
            .param("thing", fact.thing())
            .param("currency", fact.currency())
            .param("amount", fact.amount())
            .update()
        > 0;
  }

  /** In the order that they were noted. */
  List<Noted> facts(ProviderEvent event) {
    return sql.statement("payments/read-facts")
        .param("provider", event.provider())
        .param("reference", event.reference())
        .query(
            (columns, number) -> {
              Row row = new Row(columns);
              return new Noted(
                  row.text("event_key"),
                  new SaleFact(
                      row.text("kind"),
                      row.text("thing"),
                      row.text("currency"),
                      columns.getLong("amount")));
            })
        .list();
  }

  Sale sale(ResultSet columns) throws SQLException {
    Row row = new Row(columns);
    CurrencyUnit currency = CurrencyUnit.of(row.text("currency"));
    List<Part> parts =
        json.read(row.text("parts"), new TypeReference<List<Share>>() {}).stream()
            .map(
                each ->
                    new Part(
                        each.collaborator(), each.bps(), Money.ofMinor(currency, each.amount())))
            .toList();
    return new Sale(
        row.uuid("id"),
        row.text("provider"),
        Money.ofMinor(currency, columns.getLong("amount")),
        Money.ofMinor(currency, columns.getLong("fee")),
        parts);
  }

  private record Share(UUID collaborator, int bps, long amount) {}

  /**
   * @param key of its event
   */
  record Noted(String key, SaleFact fact) {}
}
