package aln.embedded;

import org.jspecify.annotations.Nullable;

/**
 * A part of the hub that cannot start. Ends the start; shown as "which part, why, what mends it".
 */
public final class PartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String mend;

  /**
   * @param part which one, as a person would call it: "the embedded PostgreSQL"
   * @param why what went wrong, a sentence without the part's name
   * @param mend the line that mends it: a setting with a value, or a command
   */
  public PartFailure(String part, String why, String mend, @Nullable Throwable cause) {
    super(part + " cannot start: " + why, cause);
    this.mend = mend;
  }

  public PartFailure(String part, String why, String mend) {
    this(part, why, mend, null);
  }

  public String mend() {
    return mend;
  }
}
