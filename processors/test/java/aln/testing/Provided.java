package aln.testing;

import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What the machine provides to a test, named by an environment variable. Where it is absent the
 * test is skipped, so that a clean clone passes with nothing installed; with {@code
 * ALN_TEST_REQUIRE=all} the test fails instead, so that nothing is skipped unseen in {@code
 * .ci/run}.
 */
final class Provided {

  static final String REQUIRE = "ALN_TEST_REQUIRE";

  private Provided() {}

  /** The variable's value, never blank. */
  static String by(String variable) {
    return by(variable, System.getenv());
  }

  static String by(String variable, Map<String, String> environment) {
    String value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      String absent = variable + " is not set (.ci/run sets it)";
      if (environment.getOrDefault(REQUIRE, "").equals("all")) {
        Assertions.fail(absent);
      }
      Assumptions.abort(absent);
    }
    return value;
  }
}
