package aln.health;

import aln.ConditionalOnService;
import aln.workers.Workers;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part {@code workers}: whether they take tasks. */
@Component
@ConditionalOnService("processing")
class WorkersHealthIndicator implements HealthIndicator {

  private final Workers workers;

  WorkersHealthIndicator(Workers workers) {
    this.workers = workers;
  }

  @Override
  public Health health() {
    String hindrance = workers.hindrance();
    return hindrance == null
        ? Health.up().build()
        : Health.down()
            .withDetail("reason", "Tasks wait. " + hindrance)
            .withDetail("mend", "Nothing is lost; workers go on by themselves when it is mended.")
            .build();
  }
}
