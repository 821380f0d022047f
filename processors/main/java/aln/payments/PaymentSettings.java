package aln.payments;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param platformFee basis points of every sale that the hub's operator keeps
 * @param check how often the ledger is recomputed
 */
@ConfigurationProperties("aln.payments")
public record PaymentSettings(int platformFee, Check check) {

  public PaymentSettings {
    if (platformFee < 0 || platformFee > 10_000) {
      throw new IllegalArgumentException(
          "ALN_PLATFORM_FEE is in basis points, 0 to 10000; it is " + platformFee);
    }
  }

  /**
   * @param period from one check to the next
   */
  public record Check(Duration period) {}
}
