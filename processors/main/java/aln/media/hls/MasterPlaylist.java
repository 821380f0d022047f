package aln.media.hls;

import aln.media.plan.AudioRendition;
import aln.media.plan.Plan;
import aln.media.plan.VideoRendition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The multivariant playlist (RFC 8216, section 4.3.4). It follows from the plan alone, so it is
 * right before the first segment exists.
 */
public final class MasterPlaylist {

  private static final String GROUP = "audio";

  private MasterPlaylist() {}

  /**
   * @param uri from a rendition's name to the address of its media playlist
   */
  public static String render(Plan plan, UnaryOperator<String> uri) {
    return render(plan.video(), plan.audio(), plan.segmentMicros(), uri);
  }

  /**
   * @param video the first is what players begin with where they do not choose
   * @param audio the default one first
   * @param segmentMicros the length of a full segment: peaks are counted over one
   * @param uri from a rendition's name to the address of its media playlist
   */
  public static String render(
      List<VideoRendition> video,
      List<AudioRendition> audio,
      long segmentMicros,
      UnaryOperator<String> uri) {
    StringBuilder playlist = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n");
    playlist.append("#EXT-X-INDEPENDENT-SEGMENTS\n");
    if (!video.isEmpty() || audio.size() > 1) {
      audio.forEach(track -> playlist.append(media(track, uri)));
    }
    video.forEach(rendition -> playlist.append(variant(rendition, audio, segmentMicros, uri)));
    if (video.isEmpty()) {
      playlist.append(soundOnly(audio, uri));
    }
    return playlist.toString();
  }

  private static String media(AudioRendition track, UnaryOperator<String> uri) {
    String language =
        Optional.ofNullable(track.language()).map(tag -> ",LANGUAGE=" + quoted(tag)).orElse("");
    return "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"%s\",NAME=%s%s,DEFAULT=%s,AUTOSELECT=YES,CHANNELS=\"%d\",URI=%s\n"
        .formatted(
            GROUP,
            quoted(track.label()),
            language,
            track.isDefault() ? "YES" : "NO",
            track.channels(),
            quoted(uri.apply(track.name())));
  }

  private static String variant(
      VideoRendition rendition,
      List<AudioRendition> audio,
      long segmentMicros,
      UnaryOperator<String> uri) {
    long sound = audio.stream().mapToLong(AudioRendition::bitRate).max().orElse(0);
    String codecs =
        audio.isEmpty() ? rendition.codec() : rendition.codec() + "," + audio.get(0).codec();
    return "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s\",RESOLUTION=%dx%d,FRAME-RATE=%s%s\n%s\n"
        .formatted(
            rendition.peak(segmentMicros / 1e6) + peak(sound),
            rendition.bitRate() + sound,
            codecs,
            rendition.width(),
            rendition.height(),
            String.format(Locale.ROOT, "%.3f", rendition.rate().perSecond()),
            audio.isEmpty() ? "" : ",AUDIO=\"" + GROUP + "\"",
            uri.apply(rendition.name()));
  }

  private static String soundOnly(List<AudioRendition> audio, UnaryOperator<String> uri) {
    return audio.stream()
        .limit(1)
        .map(
            track ->
                "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s\"%s\n%s\n"
                    .formatted(
                        peak(track.bitRate()),
                        track.bitRate(),
                        track.codec(),
                        audio.size() > 1 ? ",AUDIO=\"" + GROUP + "\"" : "",
                        uri.apply(track.name())))
        .collect(Collectors.joining());
  }

  /** AAC at a constant rate wavers a little; the container adds some. */
  private static long peak(long bitRate) {
    return bitRate == 0 ? 0 : bitRate * 5 / 4 + 10_000;
  }

  /** A quoted string can hold neither quotes nor line ends (RFC 8216, section 4.2). */
  private static String quoted(String text) {
    return "\"" + text.replace('"', '\'').replaceAll("\\p{Cntrl}+", " ") + "\"";
  }
}
