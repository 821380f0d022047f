package aln.callbacks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account checks its callbacks with.
 *
 * @param secret as Standard Webhooks writes it: {@code whsec_} and base64
 * @param previousUntil until when callbacks are signed with the one before as well
 */
public record CallbackSecret(String secret, @Nullable Instant previousUntil) {}
