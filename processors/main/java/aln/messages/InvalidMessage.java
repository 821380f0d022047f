package aln.messages;

/** A message that does not fit its schema; it is given up at once, as no retry can mend it. */
public class InvalidMessage extends RuntimeException {

  public InvalidMessage(String reason) {
    super(reason);
  }
}
