package aln.accounts;

import aln.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often one network address may try one account: ten times in five minutes, in the memory of
 * this process. Every try counts before its password is looked at, so that many at once gain
 * nothing.
 */
class LoginLimits {

  static final int TRIES = 10;
  static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MANY = 10_000;

  private final Map<String, Window> windows = new ConcurrentHashMap<>();
  private final InstantSource clock;

  LoginLimits(InstantSource clock) {
    this.clock = clock;
  }

  private record Window(Instant ends, int tries) {}

  /** Counts a try; throws 429 with the time to wait when there were too many. */
  void count(String email, String address) {
    Instant now = clock.instant();
    if (windows.size() > MANY) {
      windows.values().removeIf(each -> each.ends().isBefore(now));
    }
    Window window =
        windows.merge(
            key(email, address),
            new Window(now.plus(WINDOW), 1),
            (old, fresh) ->
                old.ends().isBefore(now) ? fresh : new Window(old.ends(), old.tries() + 1));
    if (window.tries() > TRIES) {
      Duration wait = Duration.between(now, window.ends()).plusSeconds(1);
      throw Problem.tooMany("Too many tries to sign in. Wait, then try again.", wait);
    }
  }

  /** The right password clears what was counted. */
  void clear(String email, String address) {
    windows.remove(key(email, address));
  }

  private static String key(String email, String address) {
    return email + " " + address;
  }
}
