package aln.fetch;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Notices a server that sends something, but so little that it never ends. */
final class Pace {

  private final long least;
  private final Duration window;
  private final LongSupplier clock;
  private long since;
  private long bytes;

  /**
   * @param slowest bytes a second
   * @param window over which they are counted
   * @param clock nanoseconds
   */
  Pace(long slowest, Duration window, LongSupplier clock) {
    this.least = slowest * window.toMillis() / 1000;
    this.window = window;
    this.clock = clock;
    this.since = clock.getAsLong();
  }

  /**
   * @throws SourceFailed when the last window brought too little
   */
  void add(int count) throws SourceFailed {
    bytes += count;
    long now = clock.getAsLong();
    if (now - since < window.toNanos()) {
      return;
    }
    if (bytes < least) {
      throw new SourceFailed(
          "The server sent only %d bytes in %d seconds.".formatted(bytes, window.toSeconds()),
          null);
    }
    since = now;
    bytes = 0;
  }
}
