package aln.callbacks;

import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt.
 *
 * @param httpStatus null where nobody answered
 * @param failure null for a success; else why it was none, for whoever runs the receiver
 * @param hopeless whether no later attempt would end otherwise
 */
public record Outcome(@Nullable Integer httpStatus, @Nullable String failure, boolean hopeless) {

  private static final int GONE = 410;

  /** Any 2xx is a success, and nothing else: whoever is sent on is not followed. */
  static Outcome answered(int status) {
    if (status / 100 == 2) {
      return new Outcome(status, null, false);
    }
    if (status / 100 == 3) {
      return new Outcome(
          status, "It sends on to another address; name that one in the next request.", false);
    }
    return new Outcome(status, "It answered " + status + ".", status == GONE);
  }

  static Outcome failed(String why) {
    return new Outcome(null, why, false);
  }

  /** The address is none that the hub asks. */
  static Outcome refused(String why) {
    return new Outcome(null, why, true);
  }

  boolean gone() {
    return httpStatus != null && httpStatus == GONE;
  }
}
