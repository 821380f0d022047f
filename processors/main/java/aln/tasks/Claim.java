package aln.tasks;

import java.util.UUID;

/**
 * Who holds, or held, a task: what every statement about its row and every event about it needs.
 *
 * @param fence the claim's number; the row takes nothing from a claim with another one
 * @param attempt 1 for the first
 */
public record Claim(UUID task, UUID job, UUID asset, String kind, long fence, int attempt) {}
