package aln.operations;

import static java.util.stream.Collectors.toMap;

import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Rows of verdicts. */
record Verdicts(String place, String verdict) {

  /** What a statement says of each place: a key, or a prefix of many. */
  static Map<String, Verdict> of(StatementSpec statement) {
    return statement.query(Verdicts.class).list().stream()
        .collect(toMap(Verdicts::place, row -> row.toVerdict()));
  }

  private Verdict toVerdict() {
    return Verdict.valueOf(verdict.toUpperCase(Locale.ROOT));
  }
}
