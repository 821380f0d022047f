package aln.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * An account as its owner sees it.
 *
 * @param email lower-cased
 * @param role {@code user} or {@code admin}
 */
public record Account(UUID id, String email, String role, Instant createdAt) {}
