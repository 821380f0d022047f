package aln.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many requests of the API this process takes in each window.
 *
 * @param account of one account; 0: any number
 * @param address of one network address where nobody signed in; 0: any number
 */
@ConfigurationProperties("aln.http.rates")
record RateLimits(Duration window, long account, long address) {

  RateLimits {
    if (window.toSeconds() < 1 || account < 0 || address < 0) {
      throw new IllegalArgumentException(
          "ALN_RATE_WINDOW is at least 1s, ALN_RATE_ACCOUNT and ALN_RATE_ADDRESS are 0 or more");
    }
  }
}
