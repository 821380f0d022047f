package aln.playback;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A video in the public list.
 *
 * @param duration seconds
 * @param width pixels, upright
 * @param height pixels, upright
 * @param poster presigned for an hour
 * @param preview a few silent seconds, presigned for an hour
 */
public record Video(
    UUID id,
    String title,
    String description,
    double duration,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable URI poster,
    @Nullable URI preview,
    @Nullable Instant publishedAt) {}
