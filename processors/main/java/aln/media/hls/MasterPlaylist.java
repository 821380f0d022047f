package aln.media.hls;

import aln.media.plan.AudioRendition;
import aln.media.plan.BitRates;
import aln.media.plan.SubtitleTrack;
import aln.media.plan.VideoRendition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The multivariant playlist (RFC 8216, section 4.3.4; VIDEO-RANGE is of its second edition). It
 * follows from the plan, so it is right before the first segment exists; bit rates as they came out
 * replace the planned ones when all segments are there. Addresses are relative: {@code
 * 720p/index.m3u8}.
 *
 * @param video the first is what players begin with where they do not choose; each codec from its
 *     largest to its smallest
 * @param audio the default one first
 * @param subtitles those that can be read by now
 */
public record MasterPlaylist(
    List<Picture> video, List<Sound> audio, List<SubtitleTrack> subtitles) {

  private static final String GROUP = "audio";
  private static final String SUBTITLES = "subtitles";

  private static final String HARD_OF_HEARING =
      "public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound";

  /** A variant. */
  public record Picture(VideoRendition rendition, BitRates rates) {}

  /** An alternative sound of every variant, or the only one. */
  public record Sound(AudioRendition track, BitRates rates) {}

  public MasterPlaylist {
    video = List.copyOf(video);
    audio = List.copyOf(audio);
    subtitles = List.copyOf(subtitles);
  }

  public String render() {
    StringBuilder playlist = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n");
    playlist.append("#EXT-X-INDEPENDENT-SEGMENTS\n");
    if (!video.isEmpty() || audio.size() > 1) {
      audio.forEach(sound -> playlist.append(media(sound.track())));
    }
    subtitles.forEach(track -> playlist.append(words(track)));
    video.forEach(picture -> playlist.append(variant(picture)));
    video.forEach(picture -> playlist.append(keyFrames(picture)));
    if (video.isEmpty()) {
      audio.stream().limit(1).forEach(sound -> playlist.append(soundOnly(sound)));
    }
    return playlist.toString();
  }

  private static String media(AudioRendition track) {
    return "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"%s\",NAME=%s%s,DEFAULT=%s,AUTOSELECT=YES,CHANNELS=\"%d\",URI=%s\n"
        .formatted(
            GROUP,
            quoted(track.label()),
            language(track.language()),
            track.isDefault() ? "YES" : "NO",
            track.channels(),
            quoted(index(track.name())));
  }

  /** Nobody reads unasked, but for what everybody has to. */
  private static String words(SubtitleTrack track) {
    return "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"%s\",NAME=%s%s,DEFAULT=NO,AUTOSELECT=YES,FORCED=%s%s,URI=%s\n"
        .formatted(
            SUBTITLES,
            quoted(track.label()),
            language(track.language()),
            track.forced() ? "YES" : "NO",
            track.hardOfHearing() ? ",CHARACTERISTICS=" + quoted(HARD_OF_HEARING) : "",
            quoted(SUBTITLES + "/" + index(track.name())));
  }

  private static String language(@Nullable String tag) {
    return tag == null ? "" : ",LANGUAGE=" + quoted(tag);
  }

  private String variant(Picture picture) {
    VideoRendition rendition = picture.rendition();
    String codecs =
        Stream.concat(
                Stream.of(rendition.codec()), audio.stream().limit(1).map(s -> s.track().codec()))
            .reduce((one, other) -> one + "," + other)
            .orElseThrow();
    return "#EXT-X-STREAM-INF:%s,CODECS=\"%s\",%s,FRAME-RATE=%s%s%s,CLOSED-CAPTIONS=NONE\n%s\n"
        .formatted(
            bandwidth(picture.rates()) + score(rendition),
            codecs,
            shape(rendition),
            String.format(Locale.ROOT, "%.3f", rendition.rate().perSecond()),
            audio.isEmpty() ? "" : ",AUDIO=\"" + GROUP + "\"",
            subtitles.isEmpty() ? "" : ",SUBTITLES=\"" + SUBTITLES + "\"",
            index(rendition.name()));
  }

  /**
   * Of two codecs the later one looks as good with fewer bits, so whoever plays both takes it: at
   * each size, and a larger size before either (second edition of RFC 8216, section 4.4.6.2). Where
   * there is one codec, bandwidth says it all.
   */
  private String score(VideoRendition rendition) {
    List<String> codecs =
        video.stream().map(each -> each.rendition().sampleEntry()).distinct().toList();
    if (codecs.size() < 2) {
      return "";
    }
    long smaller =
        video.stream()
            .mapToInt(each -> each.rendition().height())
            .distinct()
            .filter(height -> height < rendition.height())
            .count();
    return ",SCORE=%d.0"
        .formatted(1 + smaller * codecs.size() + codecs.indexOf(rendition.sampleEntry()));
  }

  /** Of the most that can play together: a picture with the heaviest sound. */
  private String bandwidth(BitRates picture) {
    String average =
        Optional.ofNullable(picture.average())
            .map(bits -> bits + heaviest(rates -> Optional.ofNullable(rates.average()).orElse(0L)))
            .map(bits -> ",AVERAGE-BANDWIDTH=" + bits)
            .orElse("");
    return "BANDWIDTH=" + (picture.peak() + heaviest(BitRates::peak)) + average;
  }

  private long heaviest(ToLongFunction<BitRates> bits) {
    return audio.stream().map(Sound::rates).mapToLong(bits).max().orElse(0);
  }

  /** For looking through: pictures without what comes between them. */
  private static String keyFrames(Picture picture) {
    VideoRendition rendition = picture.rendition();
    return Optional.ofNullable(picture.rates().keyFrames())
        .map(
            bits ->
                "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=%d,CODECS=\"%s\",%s,URI=%s\n"
                    .formatted(
                        bits,
                        rendition.codec(),
                        shape(rendition),
                        quoted(rendition.name() + "/iframes.m3u8")))
        .orElse("");
  }

  private static String shape(VideoRendition rendition) {
    return "RESOLUTION=%dx%d,VIDEO-RANGE=%s"
        .formatted(rendition.width(), rendition.height(), rendition.videoRange());
  }

  private String soundOnly(Sound sound) {
    return "#EXT-X-STREAM-INF:%s,CODECS=\"%s\"%s\n%s\n"
        .formatted(
            Optional.ofNullable(sound.rates().average())
                .map(
                    bits ->
                        "BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d".formatted(sound.rates().peak(), bits))
                .orElse("BANDWIDTH=" + sound.rates().peak()),
            sound.track().codec(),
            audio.size() > 1 ? ",AUDIO=\"" + GROUP + "\"" : "",
            index(sound.track().name()));
  }

  private static String index(String rendition) {
    return rendition + "/index.m3u8";
  }

  /** A quoted string can hold neither quotes nor line ends (RFC 8216, section 4.2). */
  private static String quoted(String text) {
    return "\"" + text.replace('"', '\'').replaceAll("\\p{Cntrl}+", " ") + "\"";
  }
}
