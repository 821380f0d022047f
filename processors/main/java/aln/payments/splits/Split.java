package aln.payments.splits;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who shares in a work, as {@code openapi/payments-splits.yaml} shows it.
 *
 * @param proposal what waits for somebody's agreement, or was declined
 */
public record Split(UUID assetId, String title, Version inForce, @Nullable Version proposal) {

  /**
   * @param version 0: the owner alone, who has never split it
   */
  public record Version(int version, List<Share> shares) {

    boolean isDeclined() {
      return shares.stream().anyMatch(each -> each.answer().equals("declined"));
    }
  }

  /**
   * @param bps 0 for somebody whose share of before this version takes
   * @param answer agreed, declined or asked
   */
  public record Share(UUID collaboratorId, String email, int bps, String answer) {}
}
