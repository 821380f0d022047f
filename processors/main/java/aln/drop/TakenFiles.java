package aln.drop;

import aln.sql.Sql;
import aln.storage.Keys;
import aln.uploads.UploadSettings;
import java.util.ArrayList;
import java.util.HashMap;
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
class TakenFiles {

  private final Sql sql;
  private final DropSettings settings;
  private final UploadSettings uploads;

  TakenFiles(Sql sql, DropSettings settings, UploadSettings uploads) {
    this.sql = sql;
    this.settings = settings;
    this.uploads = uploads;
  }

  /**
   * A file that was taken.
   *
   * @param path where it lay
   */
  record Taken(UUID owner, String stem, String path, UUID asset) {

    /** Whether these are its sidecars. */
    boolean isJoinedBy(Bundle later) {
      return later.file() == null || (later.isPicture() && new DropKey("", path).takesAPoster());
    }
  }

  /** The newest file of each name that was taken within the patience. */
  Map<Bundle.Name, Taken> lately(List<Bundle> bundles, Map<String, UUID> accounts) {
    List<Bundle> candidates =
        bundles.stream()
            .filter(each -> each.file() == null || each.isPicture())
            .filter(each -> accounts.containsKey(each.name().user()))
            .toList();
    if (candidates.isEmpty()) {
      return Map.of();
    }
    Map<List<Object>, Taken> found =
        sql
            .statement("drop/find-taken")
            .param("owners", array(candidates, each -> accounts.get(each.name().user())))
            .param("stems", texts(candidates, each -> each.name().stem()))
            .param("patience", settings.patience().toString())
            .query(Taken.class)
            .list()
            .stream()
            .collect(Collectors.toMap(each -> List.of(each.owner(), each.stem()), each -> each));
    Map<Bundle.Name, Taken> taken = new HashMap<>();
    for (Bundle each : candidates) {
      Taken before = found.get(List.of(accounts.get(each.name().user()), each.name().stem()));
      if (before != null) {
        taken.put(each.name(), before);
      }
    }
    return taken;
  }

  /** Writes a pending asset with an open upload for each that has none yet, in their order. */
  @Transactional
  List<Drop> reserve(List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return List.of();
    }
    of("drop/forget-over", arrivals).update();
    Map<Place, Reserved> known = reserved(arrivals);
    List<Arrival> unknown =
        arrivals.stream().filter(each -> !known.containsKey(Place.of(each))).toList();
    if (!unknown.isEmpty()) {
      add(unknown);
      known.putAll(reserved(unknown));
    }
    List<Drop> drops = new ArrayList<>();
    for (Arrival each : arrivals) {
      Reserved own = Objects.requireNonNull(known.get(Place.of(each)));
      drops.add(new Drop(each.owner(), own.asset(), own.upload(), each.file(), each.sidecars()));
    }
    return drops;
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

  /** What tells a file from every other. */
  private record Place(UUID owner, String path, String etag) {

    static Place of(Arrival file) {
      return new Place(file.owner(), file.file().key().path(), file.file().etag());
    }
  }

  record Reserved(UUID owner, String path, String etag, UUID asset, UUID upload) {

    Place place() {
      return new Place(owner, path, etag);
    }
  }
}
