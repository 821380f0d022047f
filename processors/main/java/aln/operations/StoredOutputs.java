package aln.operations;

import static java.util.stream.Collectors.toMap;

import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.OutputKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/** What attempts have stored. Whoever owns one object of an attempt owns them all. */
@Component
class StoredOutputs implements Register {

  private final Sql sql;

  StoredOutputs(Sql sql) {
    this.sql = sql;
  }

  @Override
  public String bucket() {
    return Keys.TRANSCODED;
  }

  @Override
  public Map<String, Verdict> judge(Collection<String> keys) {
    Map<String, OutputKey> attempts = new HashMap<>();
    keys.forEach(key -> OutputKey.read(key).ifPresent(read -> attempts.put(key, read)));
    Map<String, Verdict> verdicts = verdicts(attempts.values().stream().distinct().toList());
    return keys.stream()
        .collect(
            toMap(
                Function.identity(),
                key ->
                    attempts.containsKey(key)
                        ? verdicts.get(attempts.get(key).prefix())
                        : Verdict.STRANGE));
  }

  private Map<String, Verdict> verdicts(List<OutputKey> attempts) {
    return Verdicts.of(
        sql.statement("operations/judge-outputs")
            .param("prefixes", column(attempts, OutputKey::prefix, String[]::new))
            .param("owners", column(attempts, OutputKey::owner, UUID[]::new))
            .param("assets", column(attempts, OutputKey::asset, UUID[]::new))
            .param("versions", column(attempts, OutputKey::version, Integer[]::new))
            .param("kinds", column(attempts, OutputKey::kind, String[]::new))
            .param("ordinals", column(attempts, OutputKey::ordinal, Integer[]::new))
            .param("fences", column(attempts, OutputKey::fence, Long[]::new)));
  }

  private static <T> T[] column(
      List<OutputKey> attempts, Function<OutputKey, T> value, IntFunction<T[]> array) {
    return attempts.stream().map(value).toArray(array);
  }
}
