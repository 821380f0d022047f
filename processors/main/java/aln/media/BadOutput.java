package aln.media;

/** What an encoder left behind is not what was planned. Trying again may help. */
public class BadOutput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadOutput(String message) {
    super(message);
  }

  public BadOutput(String message, Throwable cause) {
    super(message, cause);
  }
}
