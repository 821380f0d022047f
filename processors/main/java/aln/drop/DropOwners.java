package aln.drop;

import aln.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose folders there are. */
@Component
class DropOwners {

  private final Sql sql;

  DropOwners(Sql sql) {
    this.sql = sql;
  }

  /** The accounts that these folders name, by the names; some may be nobody's. */
  Map<String, UUID> find(List<Bundle> bundles) {
    String[] names =
        bundles.stream().map(each -> each.name().user()).distinct().toArray(String[]::new);
    return sql
        .statement("drop/find-owners")
        .param("names", names)
        .query(Owner.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Owner::name, Owner::id));
  }

  record Owner(String name, UUID id) {}
}
