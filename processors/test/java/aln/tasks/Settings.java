package aln.tasks;

import java.io.File;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** The settings that are shipped, with a scratch folder of the test. */
final class Settings {

  private Settings() {}

  static TaskSettings in(File scratch) {
    return new TaskSettings(
        Duration.ofSeconds(20), 4, Duration.ofSeconds(2), 500, scratch, DataSize.ofMegabytes(512));
  }
}
