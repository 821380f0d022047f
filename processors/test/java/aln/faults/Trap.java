package aln.faults;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A place in the stream of bytes, and what happens to the connection there.
 *
 * @param words that begin the count, within one write; empty for the next byte of all
 * @param times how often the words must have come, 1 for the first time
 * @param bytes how many still pass from the beginning of the words on
 * @param lasting whether every connection runs into it, until the link passes again; otherwise the
 *     first one does, and no other
 */
record Trap(
    Direction direction, String words, int times, long bytes, Damage damage, boolean lasting) {

  /** What becomes of a connection. */
  enum Damage {
    /** The whole link forwards nothing in this direction any more, but stays open. */
    HOLD,
    /**
     * This connection forwards nothing in this direction any more, but stays open; others go on.
     */
    STALL,
    /** RST in the middle of the stream. */
    RESET,
    /** A clean end, as if that were all. */
    TRUNCATE
  }

  static Trap at(Direction direction, String words, long bytes, Damage damage) {
    return new Trap(direction, words, 1, bytes, damage, false);
  }

  /** For every connection. */
  static Trap always(Direction direction, String words, long bytes, Damage damage) {
    return new Trap(direction, words, 1, bytes, damage, true);
  }

  /** How far one connection, or the whole link, still is from the trap. */
  static final class Count {

    private final AtomicLong seen = new AtomicLong();
    private long left = -1;

    /**
     * @return how many of these bytes still pass; all of them when the trap is further on
     */
    synchronized int passing(Trap trap, byte[] bytes, int length) {
      int from = 0;
      if (left < 0) {
        from = begin(trap, bytes, length);
        if (from < 0) {
          return length;
        }
        left = trap.bytes();
      }
      if (length - from < left) {
        left -= length - from;
        return length;
      }
      int passing = from + (int) left;
      left = 0;
      return passing;
    }

    /** Whether all that may pass has passed. */
    synchronized boolean sprung() {
      return left == 0;
    }

    private int begin(Trap trap, byte[] bytes, int length) {
      if (trap.words().isEmpty()) {
        return 0;
      }
      String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
      for (int at = text.indexOf(trap.words()); at >= 0; at = text.indexOf(trap.words(), at + 1)) {
        if (seen.incrementAndGet() == trap.times()) {
          return at;
        }
      }
      return -1;
    }
  }
}
