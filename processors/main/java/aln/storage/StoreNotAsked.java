package aln.storage;

import java.io.IOException;

/** The call was not made, because the store is taken to be away; see {@link StoreCircuit}. */
final class StoreNotAsked extends IOException {

  private static final long serialVersionUID = 1L;

  StoreNotAsked(String reason) {
    super(reason);
  }
}
