package aln.content;

import org.jspecify.annotations.Nullable;

/** What the owner wants otherwise; null leaves as it is. */
public record AssetChange(
    @Nullable String title, @Nullable String description, @Nullable String visibility) {}
