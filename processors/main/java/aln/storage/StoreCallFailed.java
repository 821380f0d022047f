package aln.storage;

import java.io.IOException;

/** A call of the store that got no answer, or was not even made while the circuit is open. */
public final class StoreCallFailed extends IOException {

  private static final long serialVersionUID = 1L;

  StoreCallFailed(String reason) {
    super(reason);
  }

  StoreCallFailed(IOException away) {
    super(away.getMessage(), away);
  }
}
