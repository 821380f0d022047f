package aln.drop;

import aln.sql.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Files that have become assets, for whom their sidecars come later. */
@Component
class TakenFiles {

  private final Sql sql;
  private final DropSettings settings;

  TakenFiles(Sql sql, DropSettings settings) {
    this.sql = sql;
    this.settings = settings;
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
    UUID[] owners =
        candidates.stream().map(each -> accounts.get(each.name().user())).toArray(UUID[]::new);
    String[] stems = candidates.stream().map(each -> each.name().stem()).toArray(String[]::new);
    Map<List<Object>, Taken> found =
        sql
            .statement("drop/find-taken")
            .param("owners", owners)
            .param("stems", stems)
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
}
