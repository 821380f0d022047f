package aln.health;

import java.util.Map;
import java.util.Set;

/**
 * The answer of {@code /health}.
 *
 * @param status UP when every part is
 * @param services that run in this process
 * @param parts by name: UP, or what is wrong and the line that mends it
 */
public record HealthReport(String status, Set<String> services, Map<String, String> parts) {

  /** The HTTP status that load balancers read. */
  public int httpStatus() {
    return status.equals("UP") ? 200 : 503;
  }
}
