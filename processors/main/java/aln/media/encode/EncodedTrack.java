package aln.media.encode;

import java.io.File;
import java.util.List;

/**
 * One rendition of one task as it lies on disk: the initialisation section, then the segments.
 *
 * @param rendition its name
 * @param file fragmented MP4 (ISO/IEC 14496-12, CMAF)
 * @param initLength bytes of ftyp and moov at the beginning
 * @param timescale ticks a second
 */
public record EncodedTrack(
    String rendition, File file, long initLength, int timescale, List<EncodedSegment> segments) {

  public EncodedTrack {
    segments = List.copyOf(segments);
  }

  /** The same without its first segments. */
  public EncodedTrack from(int place) {
    return new EncodedTrack(
        rendition, file, initLength, timescale, segments.subList(place, segments.size()));
  }
}
