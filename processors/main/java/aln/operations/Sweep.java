package aln.operations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round through the store, as {@code openapi/admin-sweeps.yaml} shows it.
 *
 * @param lookedAt objects
 * @param deleted objects
 * @param bytes of what was deleted
 * @param aborted multipart uploads that nobody finished
 * @param strange objects that are not this hub's and were left alone
 * @param examples a few of them, as bucket/key
 * @param failure why it pauses or paused last
 */
public record Sweep(
    UUID id,
    Instant startedAt,
    @Nullable Instant finishedAt,
    long lookedAt,
    long deleted,
    long bytes,
    long aborted,
    long strange,
    List<String> examples,
    @Nullable String failure) {}
