package aln.media.plan;

import org.jspecify.annotations.Nullable;

/**
 * One track of sound, AAC-LC at 48 kHz.
 *
 * @param name unique within an asset: {@code audio-1}
 * @param language RFC 5646 where the source's language is known
 * @param label what a player shows
 * @param isDefault exactly one is
 * @param channels 1 or 2
 * @param bitRate bits a second
 * @param codec as {@code CODECS} wants it (RFC 6381)
 */
public record AudioRendition(
    String name,
    @Nullable String language,
    String label,
    boolean isDefault,
    int channels,
    int bitRate,
    String codec) {}
