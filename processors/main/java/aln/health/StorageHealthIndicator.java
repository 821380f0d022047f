package aln.health;

import aln.storage.Keys;
import aln.storage.Objects;
import aln.storage.StoreCircuit;
import aln.storage.StoreUnavailable;
import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part {@code storage}: whether the object store answers and has the hub's buckets. */
@Component
class StorageHealthIndicator implements HealthIndicator {

  private final Objects objects;
  private final StoreCircuit circuit;

  StorageHealthIndicator(Objects objects, StoreCircuit circuit) {
    this.objects = objects;
    this.circuit = circuit;
  }

  @Override
  public Health health() {
    try {
      objects.list(Keys.RAW, "health/", null, 1);
      return Health.up().build();
    } catch (StoreUnavailable away) {
      return Health.down()
          .withDetail(
              "reason",
              Optional.ofNullable(circuit.reason())
                  .orElse("The object store does not answer as it should."))
          .withDetail("mend", "Check ALN_S3_ENDPOINT, ALN_S3_ACCESS_KEY and ALN_S3_SECRET_KEY.")
          .build();
    }
  }
}
