package aln.accounts;

import aln.limits.Allowance;
import aln.limits.Counters;
import aln.limits.Take;
import aln.problems.Problem;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How often one network address may try one account: ten times in five minutes. Every try counts
 * before its password is looked at, so that many at once gain nothing.
 */
class LoginLimits {

  static final int TRIES = 10;
  static final Duration WINDOW = Duration.ofMinutes(5);

  private final Counters tries;

  LoginLimits(InstantSource clock) {
    tries = new Counters(new Allowance("login", TRIES, WINDOW), clock);
  }

  /** Counts a try; throws 429 with the time to wait when there were too many. */
  void count(String email, String address) {
    Take take = tries.take(key(email, address));
    if (!take.granted()) {
      throw Problem.tooMany("Too many tries to sign in. Wait, then try again.", take.reset());
    }
  }

  /** The right password clears what was counted. */
  void clear(String email, String address) {
    tries.forget(key(email, address));
  }

  private static String key(String email, String address) {
    return email + " " + address;
  }
}
