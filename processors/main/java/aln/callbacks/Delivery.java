package aln.callbacks;

import java.util.UUID;

/**
 * One attempt to tell, claimed.
 *
 * @param attempt 1 for the first
 * @param fence the claim's number; the row takes nothing from another one
 * @param secret number of its owner's secret
 * @param rotated whether the secret before is valid, too
 */
public record Delivery(
    UUID id,
    UUID ownerId,
    String url,
    String body,
    int attempt,
    long fence,
    int secret,
    boolean rotated) {}
