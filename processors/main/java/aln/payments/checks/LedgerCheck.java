package aln.payments.checks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One recomputation of the ledger, as {@code openapi/admin-ledger.yaml} shows it.
 *
 * @param seconds that it took
 * @param faults in words; none when all is well
 */
public record LedgerCheck(
    UUID id,
    Instant checkedAt,
    double seconds,
    long journals,
    long postings,
    long sales,
    List<String> faults) {}
