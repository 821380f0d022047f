package aln.media;

/**
 * The source itself is the reason why nothing can be made of it: trying again would give the same
 * answer. The message is for the creator and says what to do next.
 */
public class MediaRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable, kebab-case: part of the API
   * @param message what is wrong and what to do about it, in words a creator understands
   */
  public MediaRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
