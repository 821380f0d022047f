package aln.ffmpeg;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what FFmpeg writes with {@code -progress}: lines {@code key=value}, a block at a time, each
 * ended by the line {@code progress=continue} or {@code progress=end}. What is not known yet is
 * "N/A".
 */
final class ProgressReport {

  private final Map<String, String> block = new HashMap<>();

  /** The state after this line, if it ends a block. */
  Optional<Progress> add(String line) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      return Optional.empty();
    }
    block.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    return line.startsWith("progress=") ? Optional.of(progress()) : Optional.empty();
  }

  private Progress progress() {
    long micros = Math.max(0, (long) number("out_time_us"));
    return new Progress(Duration.ofNanos(micros * 1000), (long) number("frame"), number("speed"));
  }

  private double number(String key) {
    String value = block.getOrDefault(key, "").replace("x", "");
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException unknown) {
      return 0;
    }
  }
}
