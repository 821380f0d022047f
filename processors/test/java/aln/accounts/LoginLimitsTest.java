package aln.accounts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.problems.Problem;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class LoginLimitsTest {

  private Instant now = Instant.EPOCH;
  private final LoginLimits limits = new LoginLimits(() -> now);

  @Test
  void stopsAfterTenTriesUntilTheWindowEnds() {
    exhaust();
    assertThatThrownBy(() -> limits.count("a@b.co", "::1"))
        .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
        .matches(problem -> problem.status() == 429)
        .matches(problem -> problem.retryAfter().equals(LoginLimits.WINDOW));
    now = now.plus(LoginLimits.WINDOW);
    assertThatCode(() -> limits.count("a@b.co", "::1")).doesNotThrowAnyException();
  }

  @Test
  void countsEachAccountAndAddressByItself() {
    exhaust();
    assertThatCode(() -> limits.count("other@b.co", "::1")).doesNotThrowAnyException();
    assertThatCode(() -> limits.count("a@b.co", "::2")).doesNotThrowAnyException();
  }

  @Test
  void forgetsWhenThePasswordWasRight() {
    exhaust();
    limits.clear("a@b.co", "::1");
    assertThatCode(() -> limits.count("a@b.co", "::1")).doesNotThrowAnyException();
  }

  private void exhaust() {
    for (int each = 0; each < LoginLimits.TRIES; each++) {
      limits.count("a@b.co", "::1");
    }
  }
}
