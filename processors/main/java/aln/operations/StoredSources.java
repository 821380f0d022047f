package aln.operations;

import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.SourceKey;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
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
    UUID[] owners =
        keys.stream()
            .map(key -> SourceKey.read(key).map(SourceKey::owner).orElse(null))
            .toArray(UUID[]::new);
    return Verdicts.of(
        sql.statement("operations/judge-sources")
            .param("keys", keys.toArray(String[]::new))
            .param("owners", owners));
  }
}
