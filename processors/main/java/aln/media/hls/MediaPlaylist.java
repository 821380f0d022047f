package aln.media.hls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The playlist of one rendition (RFC 8216, section 4.3.3): it grows while chunks come in, and is
 * closed when the last one is there.
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
   * @param number from 0
   * @param duration in ticks
   */
  public record Segment(int number, long duration) {}

  public MediaPlaylist {
    segments = List.copyOf(segments);
  }

  /**
   * @param initUri address of the initialisation section
   * @param segmentUri from a segment's number to its address
   */
  public String render(String initUri, IntFunction<String> segmentUri) {
    StringBuilder playlist = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n");
    playlist.append("#EXT-X-TARGETDURATION:").append(target()).append('\n');
    playlist.append("#EXT-X-MEDIA-SEQUENCE:0\n");
    playlist.append("#EXT-X-PLAYLIST-TYPE:").append(finished ? "VOD" : "EVENT").append('\n');
    playlist.append("#EXT-X-INDEPENDENT-SEGMENTS\n");
    playlist.append("#EXT-X-MAP:URI=\"").append(initUri).append("\"\n");
    for (Segment segment : segments) {
      playlist.append("#EXTINF:").append(seconds(segment.duration())).append(",\n");
      playlist.append(segmentUri.apply(segment.number())).append('\n');
    }
    return finished ? playlist.append("#EXT-X-ENDLIST\n").toString() : playlist.toString();
  }

  /** No segment's length, rounded to whole seconds, may be above it. */
  private long target() {
    long longest = segments.stream().mapToLong(Segment::duration).reduce(longestTicks, Math::max);
    return Math.max(1, Math.round((double) longest / timescale));
  }

  private String seconds(long ticks) {
    return BigDecimal.valueOf(ticks)
        .divide(BigDecimal.valueOf(timescale), 6, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
