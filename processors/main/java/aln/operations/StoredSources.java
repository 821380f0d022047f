package aln.operations;

import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.SourceKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What creators have sent. */
@Component
class StoredSources implements Register {

  private final Sql sql;

  StoredSources(Sql sql) {
    this.sql = sql;
  }

  @Override
  public String bucket() {
    return Keys.RAW;
  }

  @Override
  public Map<String, Verdict> judge(Collection<String> keys) {
    List<Optional<SourceKey>> own = keys.stream().map(SourceKey::read).toList();
    return Verdicts.of(
        sql.statement("operations/judge-sources")
            .param("keys", keys.toArray(String[]::new))
            .param("owners", ids(own, SourceKey::owner))
            .param("assets", ids(own, SourceKey::asset)));
  }

  private static @Nullable UUID[] ids(
      List<Optional<SourceKey>> keys, Function<SourceKey, UUID> id) {
    return keys.stream().map(key -> key.map(id).orElse(null)).toArray(UUID[]::new);
  }
}
