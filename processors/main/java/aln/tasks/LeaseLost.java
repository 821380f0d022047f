package aln.tasks;

/**
 * Somebody else has the task now, or its job has ended: whatever was done for it is not wanted any
 * more.
 */
public class LeaseLost extends RuntimeException {

  public LeaseLost(Claim claim) {
    super(claim.kind() + " " + claim.task() + " is not held any more under fence " + claim.fence());
  }
}
