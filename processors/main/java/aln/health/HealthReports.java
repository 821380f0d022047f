package aln.health;

import aln.Services;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Asks every part that this process has. A part that is down says in its details {@code reason}
 * what is wrong and in {@code mend} the line that mends it; nothing else of them is shown, because
 * anyone may ask. One that is {@code UNKNOWN} for a reason says so too, and the hub is up all the
 * same.
 */
@Component
public class HealthReports {

  private static final Map<String, String> NAMES =
      Map.of("db", "database", "rabbit", "broker", "camelHealth", "routes");
  private static final Set<String> FOR_ORCHESTRATORS =
      Set.of("camelLivenessState", "camelReadinessState");
  private static final Map<String, String> MENDS =
      Map.of(
          "database",
          "It does not answer. Check ALN_DB_URL, or leave it out to run the embedded one.",
          "broker",
          "It does not answer. Check ALN_AMQP_URL, or leave it out to run the embedded one.");

  private final HealthContributorRegistry contributors;
  private final Services services;

  public HealthReports(HealthContributorRegistry contributors, Services services) {
    this.contributors = contributors;
    this.services = services;
  }

  public HealthReport now() {
    Map<String, String> parts = new TreeMap<>();
    Set<String> down = new HashSet<>();
    contributors.forEach(
        each -> {
          if (each.getContributor() instanceof HealthIndicator part
              && !FOR_ORCHESTRATORS.contains(each.getName())) {
            String name = NAMES.getOrDefault(each.getName(), each.getName());
            Health health = part.health();
            if (!serves(health)) {
              down.add(name);
            }
            parts.put(name, describe(name, health));
          }
        });
    return new HealthReport(down.isEmpty() ? "UP" : "DOWN", services.running(), parts);
  }

  private static boolean serves(@Nullable Health health) {
    return health != null
        && (health.getStatus().equals(Status.UP)
            || (health.getStatus().equals(Status.UNKNOWN)
                && health.getDetails().containsKey("reason")));
  }

  private static String describe(String name, @Nullable Health health) {
    if (health != null && health.getStatus().equals(Status.UP)) {
      return Status.UP.getCode();
    }
    if (health == null || !health.getDetails().containsKey("reason")) {
      return MENDS.getOrDefault(name, "It is down. The log says why.");
    }
    Object mend = health.getDetails().getOrDefault("mend", "");
    return (health.getDetails().get("reason") + " " + mend).strip();
  }
}
