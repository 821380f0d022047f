package aln.media.encode;

import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rendition of one task as it lies on disk: the initialisation section, then the segments.
 *
 * @param rendition its name
 * @param file fragmented MP4 (ISO/IEC 14496-12, CMAF)
 * @param initLength bytes of ftyp and moov at the beginning
 * @param timescale ticks a second
 * @param codec of a picture, as {@code CODECS} says it (RFC 6381); null for sound
 */
public record EncodedTrack(
    String rendition,
    File file,
    long initLength,
    int timescale,
    @Nullable String codec,
    List<EncodedSegment> segments) {

  public EncodedTrack {
    segments = List.copyOf(segments);
  }

  /** The same without its first segments. */
  public EncodedTrack from(int place) {
    return new EncodedTrack(
        rendition, file, initLength, timescale, codec, segments.subList(place, segments.size()));
  }
}
