package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskProgressTest {

  @ParameterizedTest
  @CsvSource({"10, 0.5, 10", "10, 0.1, 90", "60, 0.75, 20", "5, 1, 0"})
  void goesOnAsItBegan(int elapsed, double done, int remaining) {
    assertThat(TaskProgress.remaining(Duration.ofSeconds(elapsed), done))
        .isEqualTo(Duration.ofSeconds(remaining));
  }
}
