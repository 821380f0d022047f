package aln.fetch;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server did not do what it should; it may the next time. Its message is for the creator. */
public final class SourceFailed extends IOException {

  private static final long serialVersionUID = 1L;

  private final String words;
  private final transient @Nullable Duration retryAfter;

  SourceFailed(String message, @Nullable Throwable cause) {
    this(message, cause, null);
  }

  SourceFailed(String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
    super(message, cause);
    this.words = message;
    this.retryAfter = retryAfter;
  }

  @Override
  public String getMessage() {
    return words;
  }

  /** As the server asks; null where it does not. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
