package aln.jobs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job's row, locked until the transaction ends.
 *
 * @param version of the asset that it makes
 * @param profile name of the ladder
 * @param failureCode of one that failed
 * @param planned whether its tasks after inspect are written
 */
record Job(
    UUID id,
    UUID assetId,
    UUID ownerId,
    int version,
    String profile,
    String state,
    @Nullable String failureCode,
    boolean planned) {

  /** The code of a job that was stopped on purpose. */
  static final String CANCELLED = "cancelled";

  boolean ended() {
    return complete() || failed();
  }

  boolean complete() {
    return state.equals("complete");
  }

  boolean failed() {
    return state.equals("failed");
  }

  boolean cancelled() {
    return failed() && CANCELLED.equals(failureCode);
  }
}
