package aln.health;

import aln.ConditionalOnService;
import aln.payments.checks.LedgerChecks;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Part {@code ledger}: what its last check found. A wrong ledger is no reason to take the hub away
 * from its viewers, so it is told and the hub stays up.
 */
@Component
@ConditionalOnService("payments")
class LedgerHealthIndicator implements HealthIndicator {

  private final LedgerChecks checks;

  LedgerHealthIndicator(LedgerChecks checks) {
    this.checks = checks;
  }

  @Override
  public Health health() {
    try {
      int faults = checks.newest().map(each -> each.faults().size()).orElse(0);
      return faults == 0 ? Health.up().build() : wrong(faults);
    } catch (DataAccessException away) {
      return Health.unknown()
          .withDetail("reason", "It cannot be read without the database.")
          .build();
    }
  }

  private static Health wrong(int faults) {
    return Health.unknown()
        .withDetail("reason", "Its last check found " + faults + " faults.")
        .withDetail("mend", "An admin reads them at /api/admin/ledger; pay nobody out before.")
        .build();
  }
}
