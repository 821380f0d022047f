package aln.messages;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

  private static final int LONGEST_CAUSE = 2_000;
  private static final Pattern TYPE = Pattern.compile("[a-zA-Z0-9._-]{1,100}");

  private final Outbox outbox;

  public Burials(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * @param queue where it came from
   * @param headers as they came
   * @param body as it came; its {@link Remains} are kept
   * @param thrown why; its words are kept for the operator
   */
  @Transactional
  public void bury(
      String queue, Map<String, Object> headers, @Nullable String body, Throwable thrown) {
    Remains remains = Remains.of(headers, body);
    Throwable first = NestedExceptionUtils.getMostSpecificCause(thrown);
    Map<String, String> kept = new TreeMap<>(remains.headers());
    kept.put("aln-queue", queue);
    kept.put("aln-code", first instanceof InvalidMessage ? "invalid-message" : "event-failed");
    kept.put("aln-cause", Remains.storable(cause(first), LONGEST_CAUSE));
    outbox.bury(type(kept.get("cloudEvents_type")), null, kept, remains.body());
  }

  /** Becomes a routing key, which no broker takes at any length. */
  private static String type(@Nullable String said) {
    return said != null && TYPE.matcher(said).matches() ? said : "unknown";
  }

  /** Without what was wrapped around it on the way. */
  private static String cause(Throwable first) {
    String message = first.getMessage();
    String kind = first.getClass().getSimpleName();
    if (message == null) {
      return kind;
    }
    return first instanceof InvalidMessage ? message : kind + ": " + message;
  }
}
