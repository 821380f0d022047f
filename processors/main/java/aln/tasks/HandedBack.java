package aln.tasks;

/** The task went back into the queue before its work was done; its row says why. */
public class HandedBack extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HandedBack(Claim claim, String why) {
    super("Handed back " + claim.kind() + " " + claim.task() + ": " + why);
  }
}
