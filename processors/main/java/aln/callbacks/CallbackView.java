package aln.callbacks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback as {@code openapi/callbacks.yaml} shows it.
 *
 * @param id the webhook-id of all its attempts
 * @param httpStatus of the last attempt; null where none was answered
 * @param failure why the last attempt was no success
 * @param nextAttemptAt while it waits
 */
public record CallbackView(
    UUID id,
    UUID jobId,
    String url,
    String type,
    String status,
    int attempts,
    @Nullable Integer httpStatus,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant attemptedAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant endedAt) {}
