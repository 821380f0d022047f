package aln.media.plan;

import org.jspecify.annotations.Nullable;

/**
 * One track of subtitles, to be read as text.
 *
 * @param name unique within an asset: {@code subtitles-1}
 * @param stream index in the source
 * @param language RFC 5646 where the source's language is known
 * @param label what a player shows; no two tracks of an asset have the same
 * @param forced only what everybody has to read, such as signs and foreign speech
 * @param hardOfHearing tells sounds besides words
 */
public record SubtitleTrack(
    String name,
    int stream,
    @Nullable String language,
    String label,
    boolean forced,
    boolean hardOfHearing) {}
