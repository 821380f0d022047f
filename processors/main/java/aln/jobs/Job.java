package aln.jobs;

import java.util.UUID;

/**
 * A job's row, locked until the transaction ends.
 *
 * @param version of the asset that it makes
 * @param profile name of the ladder
 * @param planned whether its tasks after inspect are written
 */
record Job(
    UUID id,
    UUID assetId,
    UUID ownerId,
    int version,
    String profile,
    String state,
    boolean planned) {

  boolean ended() {
    return state.equals("complete") || state.equals("failed");
  }
}
