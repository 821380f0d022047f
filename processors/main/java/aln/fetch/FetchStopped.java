package aln.fetch;

/**
 * It is not this process's turn any more: the upload was given up, another process has it, or this
 * one stops.
 */
public final class FetchStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FetchStopped(Fetch fetch) {
    super("the fetch of upload " + fetch.upload() + " has stopped here", null, false, false);
  }
}
