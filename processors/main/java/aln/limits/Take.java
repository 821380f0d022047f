package aln.limits;

import java.time.Duration;

/**
 * What came of one try.
 *
 * @param granted whether it may be done
 * @param left how many more until the window ends
 * @param reset until the window ends, in whole seconds and never too short
 */
public record Take(boolean granted, long left, Duration reset) {

  /**
   * The value of {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers-10, §4): {@code
   * "account";r=9999;t=10}.
   */
  public String state(Allowance allowance) {
    return "\"%s\";r=%d;t=%d".formatted(allowance.name(), left, reset.toSeconds());
  }
}
