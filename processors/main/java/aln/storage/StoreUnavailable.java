package aln.storage;

import javax.net.ssl.SSLException;

/**
 * The object store did not answer, or not as a store does. Nothing is wrong with the object: the
 * same call may work later.
 */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable(Object store, String what, Throwable cause) {
    super(
        "The object store at %s failed to %s (%s). Check that it runs and that ALN_S3_ENDPOINT, "
                .formatted(store, what, cause.getMessage())
            + "ALN_S3_ACCESS_KEY and ALN_S3_SECRET_KEY are right"
            + (cause instanceof SSLException ? ", and that ALN_TLS_CA names its CA" : "")
            + "; then try again.",
        cause);
  }
}
