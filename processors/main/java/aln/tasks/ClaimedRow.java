package aln.tasks;

import java.util.UUID;

/**
 * What {@code tasks/claim-task} answers: the claim and what the bench needs to know.
 *
 * @param traceparent the trace of its job, which need not be that of the message that woke us
 */
record ClaimedRow(
    UUID task,
    UUID job,
    UUID asset,
    UUID owner,
    String kind,
    int ordinal,
    int version,
    long fence,
    int attempt,
    int maxAttempts,
    String spec,
    String sourceKey,
    long size,
    String traceparent) {

  Claim claim() {
    return new Claim(task, job, asset, kind, fence, attempt);
  }
}
