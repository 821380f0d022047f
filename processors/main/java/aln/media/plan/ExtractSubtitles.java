package aln.media.plan;

import java.util.List;

/**
 * The subtitles that came in a source. Microseconds on the source's own clock.
 *
 * @param startMicros zero of every rendition
 * @param durationMicros of the film
 * @param tracks at least one
 */
public record ExtractSubtitles(long startMicros, long durationMicros, List<SubtitleTrack> tracks) {

  public ExtractSubtitles {
    tracks = List.copyOf(tracks);
  }
}
