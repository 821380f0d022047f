package aln.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one page.
 *
 * @param deleted objects
 * @param bytes of the deleted ones
 * @param strange objects that are none of the hub's business
 * @param examples a few of their keys
 * @param next the key to continue after, or null at the end of the bucket
 */
record Swept(
    int lookedAt,
    int deleted,
    long bytes,
    int strange,
    List<String> examples,
    @Nullable String next) {}
