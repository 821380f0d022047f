package aln.limits;

import java.time.Duration;

/**
 * How often one may do something.
 *
 * @param name what clients read it by
 * @param quota how many times in each window; 0: as often as one likes
 * @param window at its end all of the quota is there again
 */
public record Allowance(String name, long quota, Duration window) {

  public boolean isUnlimited() {
    return quota == 0;
  }

  /**
   * The value of {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10, §3): {@code
   * "account";q=10000;w=10}.
   */
  public String policy() {
    return "\"%s\";q=%d;w=%d".formatted(name, quota, Math.max(1, window.toSeconds()));
  }
}
