package aln.media.hls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The playlist of one rendition (RFC 8216, section 4.3.3): it grows while chunks come in, and is
 * closed when the last one is there. Addresses are relative: {@code init.mp4}, {@code 17.m4s}.
 *
 * @param timescale ticks a second
 * @param longestTicks the length of the longest segment there will ever be: the target duration
 *     must not change while the playlist grows
 * @param segments without a gap from the beginning, in order
 * @param finished whether these are all
 */
public record MediaPlaylist(
    int timescale, long longestTicks, List<Segment> segments, boolean finished) {

  /**
   * What grows looks live, and players begin that at its end unless they are told (4.3.5.2). Within
   * the first frame, as Shaka Player takes 0 for no offset at all.
   */
  private static final String FROM_THE_BEGINNING = "#EXT-X-START:TIME-OFFSET=0.001\n";

  /**
   * @param number from 0
   * @param duration in ticks
   * @param keyBytes from its beginning to the end of its key frame; null where that is not known
   */
  public record Segment(int number, long duration, @Nullable Long keyBytes) {}

  public MediaPlaylist {
    segments = List.copyOf(segments);
  }

  /** All of it. */
  public String render() {
    StringBuilder playlist = head("#EXT-X-INDEPENDENT-SEGMENTS");
    for (Segment segment : segments) {
      playlist.append(extinf(segment)).append(segment.number()).append(".m4s\n");
    }
    return end(playlist);
  }

  /**
   * The key frames alone (section 4.3.3.6), each a range at the head of its segment and shown for
   * as long as the segment lasts. Ends before the first that is not known.
   */
  public String renderKeyFrames() {
    StringBuilder playlist = head("#EXT-X-I-FRAMES-ONLY");
    for (Segment segment : segments) {
      if (segment.keyBytes() == null) {
        break;
      }
      playlist.append(extinf(segment));
      playlist.append("#EXT-X-BYTERANGE:").append(segment.keyBytes()).append("@0\n");
      playlist.append(segment.number()).append(".m4s\n");
    }
    return end(playlist);
  }

  private StringBuilder head(String kind) {
    StringBuilder playlist = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n");
    playlist.append("#EXT-X-TARGETDURATION:").append(target()).append('\n');
    playlist.append("#EXT-X-MEDIA-SEQUENCE:0\n");
    playlist.append("#EXT-X-PLAYLIST-TYPE:").append(finished ? "VOD" : "EVENT").append('\n');
    playlist.append(kind).append('\n');
    if (!finished) {
      playlist.append(FROM_THE_BEGINNING);
    }
    return playlist.append("#EXT-X-MAP:URI=\"init.mp4\"\n");
  }

  private String end(StringBuilder playlist) {
    return finished ? playlist.append("#EXT-X-ENDLIST\n").toString() : playlist.toString();
  }

  /** No segment's length, rounded to whole seconds, may be above it. */
  private long target() {
    long longest = segments.stream().mapToLong(Segment::duration).reduce(longestTicks, Math::max);
    return Math.max(1, Math.round((double) longest / timescale));
  }

  private String extinf(Segment segment) {
    return "#EXTINF:"
        + BigDecimal.valueOf(segment.duration())
            .divide(BigDecimal.valueOf(timescale), 6, RoundingMode.HALF_UP)
            .toPlainString()
        + ",\n";
  }
}
