package aln.messages;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that no retry can help go to the dead letters, with their cause; the ones behind them go
 * on.
 */
@Component
public class Burials {

  /** Enough to see what it was. */
  private static final int LONGEST = 1_000_000;

  private final Outbox outbox;

  public Burials(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * @param queue where it came from
   * @param headers as they came
   * @param body as it came; kept up to a million characters
   * @param thrown why; its words are kept for the operator
   */
  @Transactional
  public void bury(
      String queue, Map<String, Object> headers, @Nullable String body, Throwable thrown) {
    Map<String, String> kept = new TreeMap<>();
    headers.forEach((name, value) -> kept.put(name, storable(String.valueOf(value))));
    kept.put("aln-queue", queue);
    kept.put("aln-cause", storable(cause(thrown)));
    String type = kept.getOrDefault("cloudEvents_type", "unknown");
    outbox.bury(type, null, kept, storable(body == null ? "" : body));
  }

  /** The first cause of all, without what was wrapped around it on the way. */
  private static String cause(Throwable thrown) {
    Throwable first = NestedExceptionUtils.getMostSpecificCause(thrown);
    String message = first.getMessage();
    String kind = first.getClass().getSimpleName();
    if (message == null) {
      return kind;
    }
    return first instanceof InvalidMessage ? message : kind + ": " + message;
  }

  /** PostgreSQL holds no NUL in a text. */
  private static String storable(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST)).replace('\0', '\uFFFD');
  }
}
