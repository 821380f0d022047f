package aln.uploads;

import org.jspecify.annotations.Nullable;

/**
 * @param used bytes of all sources, announced ones included
 * @param limit bytes, or null where there is none
 */
public record Quota(long used, @Nullable Long limit) {}
