package aln.tasks;

import java.util.List;

/**
 * One rendition's part that now lies in the transcoded bucket.
 *
 * @param rendition its name in the plan
 * @param timescale ticks per second
 * @param initKey key of the initialisation section
 */
public record StoredTrack(
    String rendition, int timescale, String initKey, List<StoredSegment> segments) {

  /**
   * @param start ticks
   * @param duration ticks
   */
  public record StoredSegment(int number, long start, long duration, String key, long bytes) {}
}
