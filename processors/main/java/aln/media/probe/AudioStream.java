package aln.media.probe;

import org.jspecify.annotations.Nullable;

/**
 * One audio track of a source.
 *
 * @param index of the stream in the file
 * @param codec FFmpeg's name
 * @param channels at least 1
 * @param sampleRate in hertz
 * @param language as the file says, ISO 639-2 as a rule; null where unknown
 * @param title as the file says
 * @param isDefault whether the file marks it as the default one
 * @param startMicros on the source's clock
 * @param durationMicros 0 where unknown
 */
public record AudioStream(
    int index,
    String codec,
    int channels,
    int sampleRate,
    @Nullable String language,
    @Nullable String title,
    boolean isDefault,
    long startMicros,
    long durationMicros) {}
