package aln.operations;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Several dead letters at once: either by their ids or by what they have in common.
 *
 * @param cursor where the last call with this filter stopped
 * @param reason why they are discarded; a replay needs none
 */
public record DeadLetterSelection(
    @Nullable List<UUID> ids,
    @Nullable DeadLetterFilter filter,
    @Nullable String cursor,
    @Nullable String reason) {}
