package aln.messages;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the outbox.
 *
 * @param id order of writing
 * @param eventId CloudEvents id
 * @param type CloudEvents type and routing key
 * @param subject the asset, if it is about one
 * @param data JSON
 */
record Event(
    long id,
    UUID eventId,
    String exchange,
    String type,
    @Nullable UUID subject,
    Map<String, String> headers,
    String data,
    Instant time) {}
