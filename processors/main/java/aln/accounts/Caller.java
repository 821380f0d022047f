package aln.accounts;

import java.util.UUID;

/** Who calls, as the checked token says. */
public record Caller(UUID id, String email, boolean admin) {}
