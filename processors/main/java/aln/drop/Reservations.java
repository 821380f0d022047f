package aln.drop;

import aln.drop.Reception.Sorted;
import aln.sql.Sql;
import aln.storage.Keys;
import aln.uploads.Quota;
import aln.uploads.Quotas;
import aln.uploads.UploadSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which asset each dropped file becomes. The same bytes at the same place are the same file:
 * however often they come, whoever dies meanwhile, they become one asset.
 */
@Component
class Reservations {

  private final Sql sql;
  private final Quotas quotas;
  private final UploadSettings uploads;

  Reservations(Sql sql, Quotas quotas, UploadSettings uploads) {
    this.sql = sql;
    this.quotas = quotas;
    this.uploads = uploads;
  }

  /**
   * Writes a pending asset with an open upload for each that has none yet, in their order. What no
   * longer fits into its account's quota is refused; a smaller one after it may fit.
   */
  @Transactional
  Sorted reserve(List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return new Sorted(List.of(), List.of());
    }
    of("drop/forget-over", arrivals).update();
    Map<Place, Reserved> known = reserved(arrivals);
    Map<Place, Arrival> unknown = new LinkedHashMap<>();
    arrivals.stream()
        .filter(each -> !known.containsKey(Place.of(each)))
        .forEach(each -> unknown.putIfAbsent(Place.of(each), each));
    Map<Place, Refusal> refused = admit(unknown.values());
    unknown.keySet().removeAll(refused.keySet());
    if (!unknown.isEmpty()) {
      List<Arrival> admitted = List.copyOf(unknown.values());
      add(admitted);
      known.putAll(reserved(admitted));
    }
    return sorted(arrivals, known, refused);
  }

  /** What does not fit any more, each after those before it. */
  private Map<Place, Refusal> admit(Collection<Arrival> files) {
    if (files.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Quota> left = quotas.hold(files.stream().map(Arrival::owner).toList());
    Map<Place, Refusal> refused = new HashMap<>();
    for (Arrival each : files) {
      Quota quota = Objects.requireNonNull(left.get(each.owner()));
      long size = each.file().size();
      if (quota.hasRoomFor(size)) {
        left.put(each.owner(), quota.with(size));
      } else {
        refused.put(Place.of(each), Refusal.of(each.file(), Quotas.exceeded(quota, size)));
      }
    }
    return refused;
  }

  /** The same content may lie in two folders of one account; each of them is told of its own. */
  private static Sorted sorted(
      List<Arrival> arrivals, Map<Place, Reserved> known, Map<Place, Refusal> refused) {
    List<Drop> drops = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (Arrival each : arrivals) {
      Refusal refusal = refused.get(Place.of(each));
      if (refusal != null) {
        refusals.add(new Refusal(each.file(), refusal.reason()));
      } else {
        Reserved own = Objects.requireNonNull(known.get(Place.of(each)));
        drops.add(new Drop(each.owner(), own.asset(), own.upload(), each.file(), each.sidecars()));
      }
    }
    return new Sorted(drops, refusals);
  }

  private Map<Place, Reserved> reserved(List<Arrival> arrivals) {
    return of("drop/find-reserved", arrivals).query(Reserved.class).list().stream()
        .collect(Collectors.toMap(Reserved::place, each -> each, (one, same) -> one, HashMap::new));
  }

  private void add(List<Arrival> files) {
    UUID[] assets = array(files, each -> UUID.randomUUID());
    String[] sources = new String[assets.length];
    for (int i = 0; i < assets.length; i++) {
      sources[i] = Keys.source(files.get(i).owner(), assets[i]).key();
    }
    of("drop/reserve", files)
        .param("stems", texts(files, each -> each.file().key().stem()))
        .param("sizes", files.stream().map(each -> each.file().size()).toArray(Long[]::new))
        .param("contentTypes", texts(files, each -> each.file().key().contentType().toString()))
        .param("sourceKeys", sources)
        .param("assets", assets)
        .param("uploads", array(files, each -> UUID.randomUUID()))
        .param("expiry", uploads.expiry().toString())
        .update();
  }

  private StatementSpec of(String statement, List<Arrival> files) {
    return sql.statement(statement)
        .param("owners", array(files, Arrival::owner))
        .param("paths", texts(files, each -> each.file().key().path()))
        .param("etags", texts(files, each -> each.file().etag()));
  }

  private static <T> UUID[] array(List<T> rows, Function<T, UUID> column) {
    return rows.stream().map(column).toArray(UUID[]::new);
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  record Reserved(UUID owner, String path, String etag, UUID asset, UUID upload) {

    Place place() {
      return new Place(owner, path, etag);
    }
  }
}
