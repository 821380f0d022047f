package aln.media.probe;

import org.jspecify.annotations.Nullable;

/**
 * A stream that is listed and not encoded.
 *
 * @param type video, audio, subtitle, data, attachment
 * @param codec FFmpeg's name, or the file's four letters, or "unknown"
 */
public record OtherStream(
    int index, String type, String codec, @Nullable String language, @Nullable String title) {}
