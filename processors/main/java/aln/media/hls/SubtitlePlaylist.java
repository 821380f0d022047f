package aln.media.hls;

import java.math.BigDecimal;

/**
 * The playlist of one track of subtitles (RFC 8216, section 3.5): all of it is one segment, as it
 * is small and there from the moment it is listed.
 *
 * @param durationMicros of the film
 * @param address of the WebVTT
 */
public record SubtitlePlaylist(long durationMicros, String address) {

  public String render() {
    return """
        #EXTM3U
        #EXT-X-VERSION:7
        #EXT-X-TARGETDURATION:%d
        #EXT-X-MEDIA-SEQUENCE:0
        #EXT-X-PLAYLIST-TYPE:VOD
        #EXTINF:%s,
        %s
        #EXT-X-ENDLIST
        """
        .formatted(
            Math.max(1, Math.round(durationMicros / 1e6)),
            BigDecimal.valueOf(durationMicros, 6).toPlainString(),
            address);
  }
}
