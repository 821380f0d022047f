package aln.payments.splits;

import java.util.List;

/** Who should share in a work from now on, as {@code openapi/payments-splits.yaml} takes it. */
public record SplitProposal(List<Wanted> shares) {

  /**
   * @param email of an account of the hub
   * @param bps basis points; all add up to 10000
   */
  public record Wanted(String email, int bps) {}
}
