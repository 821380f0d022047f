package aln.operations;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was given up, as {@code openapi/admin-dead-letters.yaml} shows it.
 *
 * @param state parked, replayed or discarded
 * @param queue where the message was to go
 * @param type CloudEvents type
 * @param cause for the operator
 * @param detail the last lines that a tool said
 * @param body as it was
 * @param reason why it was discarded
 */
public record DeadLetter(
    UUID id,
    String state,
    String queue,
    @Nullable String type,
    @Nullable String messageId,
    String cause,
    @Nullable String detail,
    @Nullable Integer attempts,
    @Nullable UUID taskId,
    @Nullable UUID assetId,
    Map<String, String> headers,
    String body,
    @Nullable String reason,
    Instant receivedAt,
    @Nullable Instant settledAt) {}
