package aln.tasks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rendition's part that now lies in the transcoded bucket.
 *
 * @param rendition its name in the plan
 * @param timescale ticks per second
 * @param codec of a picture, as {@code CODECS} says it (RFC 6381); null for sound
 * @param initKey key of the initialisation section, which comes with the part that begins the
 *     rendition; null in all others
 */
public record StoredTrack(
    String rendition,
    int timescale,
    @Nullable String codec,
    @Nullable String initKey,
    List<StoredSegment> segments) {

  /**
   * @param start ticks
   * @param duration ticks
   * @param keyBytes from its beginning to the end of its first frame
   */
  public record StoredSegment(
      int number, long start, long duration, String key, long bytes, long keyBytes) {}
}
