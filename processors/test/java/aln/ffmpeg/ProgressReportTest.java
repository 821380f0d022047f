package aln.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressReportTest {

  private final ProgressReport report = new ProgressReport();

  @Test
  void tellsTheStateAtTheEndOfEachBlock() {
    assertThat(block("frame=48", "out_time_us=2000000", "speed= 1.5x", "progress=continue"))
        .contains(new Progress(Duration.ofSeconds(2), 48, 1.5));
    assertThat(block("frame=96", "out_time_us=4000000", "speed=2x", "progress=end"))
        .contains(new Progress(Duration.ofSeconds(4), 96, 2));
  }

  @Test
  void takesWhatIsUnknownOrNegativeAsNothing() {
    assertThat(block("out_time_us=N/A", "speed=N/A", "progress=continue"))
        .contains(new Progress(Duration.ZERO, 0, 0));
    assertThat(block("out_time_us=-23000", "progress=continue"))
        .contains(new Progress(Duration.ZERO, 0, 0));
  }

  @Test
  void saysNothingBeforeABlockEnds() {
    assertThat(block("frame=48", "not a pair")).isEmpty();
  }

  private Optional<Progress> block(String... lines) {
    return Stream.of(lines).map(report::add).flatMap(Optional::stream).findFirst();
  }
}
