package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {

  private static final TaskSettings SETTINGS = Settings.in(new File("."));

  private final List<Duration> pauses = new ArrayList<>();
  private final Retries retries = new Retries(new NotedClaims(pauses), SETTINGS);

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 8", "3, 32"})
  void pausesFourTimesAsLongAfterEveryAttempt(int attempt, int seconds) {
    retries.later(claim(attempt), Cause.workersGone());
    assertThat(pauses)
        .singleElement()
        .satisfies(
            pause -> assertThat(pause.toMillis()).isBetween(seconds * 750L, seconds * 1250L));
  }

  @Test
  void doesNotSendBackTogetherWhatFailedTogether() {
    for (int i = 0; i < 4; i++) {
      retries.later(claim(3), Cause.workersGone());
    }
    assertThat(pauses.stream().distinct().count()).isGreaterThan(1);
  }

  private static Claim claim(int attempt) {
    return new Claim(
        UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "inspect", 1, attempt);
  }

  /** Notes the pause instead of writing it into the task's row. */
  private static final class NotedClaims extends Claims {

    private final List<Duration> pauses;

    NotedClaims(List<Duration> pauses) {
      super(null, null);
      this.pauses = pauses;
    }

    @Override
    void retry(Claim claim, Cause cause, String pause) {
      pauses.add(Duration.parse(pause));
    }
  }
}
