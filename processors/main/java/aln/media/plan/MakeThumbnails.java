package aln.media.plan;

import org.jspecify.annotations.Nullable;

/**
 * Stills that may stand for the video.
 *
 * @param reel where they are taken from
 * @param atMicros the moment to show, from the first frame; null for several telling ones from all
 *     over the video
 */
public record MakeThumbnails(Reel reel, @Nullable Long atMicros) {}
