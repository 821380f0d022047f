package aln.media.dash;

import aln.media.dash.Timeline.Stretch;
import aln.media.plan.AudioRendition;
import aln.media.plan.SubtitleTrack;
import aln.media.plan.VideoRendition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A media presentation description (ISO/IEC 23009-1, live profile with SegmentTimeline). While
 * chunks come in it is dynamic and shows what all renditions have; with the last one it is static.
 * Addresses are relative and those of HLS, so that caches hold every segment once: {@code
 * 720p/17.m4s}.
 *
 * @param plannedMicros how long all of it will be, where it is not finished
 * @param now by the hub's clock
 * @param video of each codec in a set to switch within, the preferred one last
 * @param audio each in a set of its own to choose from
 * @param subtitles each in a set of its own; listed when all is finished, since they are no
 *     segments of a presentation that grows
 * @param finished whether all segments are there
 */
public record Manifest(
    long plannedMicros,
    Instant now,
    List<Picture> video,
    List<Sound> audio,
    List<SubtitleTrack> subtitles,
    boolean finished) {

  /** Bits a second, for players that want a number. */
  private static final int READING = 1000;

  private static final String ROLE = "urn:mpeg:dash:role:2011";
  private static final String CHANNELS = "urn:mpeg:dash:23003:3:audio_channel_configuration:2011";
  private static final String CLOCK = "urn:mpeg:dash:utc:direct:2014";

  /**
   * @param bandwidth peak bits a second
   */
  public record Picture(VideoRendition rendition, long bandwidth, Timeline timeline) {}

  /**
   * @param bandwidth peak bits a second
   */
  public record Sound(AudioRendition track, long bandwidth, Timeline timeline) {}

  public Manifest {
    video = List.copyOf(video);
    audio = List.copyOf(audio);
    subtitles = List.copyOf(subtitles);
  }

  /** Whether there is something to play of each rendition; before that nothing can be rendered. */
  public boolean isBegun() {
    return timelines().allMatch(timeline -> timeline.endMicros() > 0);
  }

  public String render() {
    Xml mpd = new Xml().open("MPD").attribute("xmlns", "urn:mpeg:dash:schema:mpd:2011");
    mpd.attribute("profiles", "urn:mpeg:dash:profile:isoff-live:2011");
    mpd.attribute("type", finished ? "static" : "dynamic");
    long longest = timelines().mapToLong(Timeline::longestMicros).max().orElse(0);
    mpd.duration("minBufferTime", longest).duration("maxSegmentDuration", longest);
    mpd.duration("mediaPresentationDuration", finished ? ends().max().orElse(0) : plannedMicros);
    if (!finished) {
      grow(mpd);
    }
    mpd.open("Period").attribute("id", "film").duration("start", 0);
    List<List<Picture>> sets = sets();
    sets.forEach(set -> pictures(mpd, set, sets.indexOf(set)));
    audio.forEach(sound -> sound(mpd, sound));
    if (finished) {
      subtitles.forEach(track -> words(mpd, track));
    }
    mpd.close();
    if (!finished) {
      mpd.open("UTCTiming").attribute("schemeIdUri", CLOCK).attribute("value", now).close();
    }
    return mpd.close().text();
  }

  /**
   * Nothing of this is live, but no other kind of presentation grows. Whatever the timelines list
   * is there, so it has been available since the beginning of time; and players that begin so far
   * from the newest segment as they are told to begin at the first one.
   */
  private void grow(Xml mpd) {
    mpd.attribute("availabilityStartTime", Instant.EPOCH).attribute("publishTime", now);
    mpd.duration("minimumUpdatePeriod", 2_000_000);
    mpd.duration("suggestedPresentationDelay", plannedMicros);
  }

  private List<List<Picture>> sets() {
    return List.copyOf(
        video.stream()
            .collect(
                Collectors.groupingBy(
                    picture -> picture.rendition().sampleEntry(),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values());
  }

  /** The first id that no set of pictures has; sound alone leaves them one. */
  private int afterPictures() {
    return Math.max(1, sets().size());
  }

  private void pictures(Xml mpd, List<Picture> set, int place) {
    mpd.open("AdaptationSet").attribute("id", place).attribute("contentType", "video");
    mpd.attribute("mimeType", "video/mp4").attribute("segmentAlignment", true);
    mpd.attribute("startWithSAP", 1);
    if (place > 0) {
      mpd.attribute("selectionPriority", 1 + place);
    }
    mpd.open("Role").attribute("schemeIdUri", ROLE).attribute("value", "main").close();
    for (Picture picture : set) {
      VideoRendition rendition = picture.rendition();
      mpd.open("Representation").attribute("id", rendition.name());
      mpd.attribute("codecs", rendition.codec()).attribute("bandwidth", picture.bandwidth());
      mpd.attribute("width", rendition.width()).attribute("height", rendition.height());
      mpd.attribute("frameRate", rendition.rate()).attribute("sar", "1:1");
      segments(mpd, picture.timeline());
      mpd.close();
    }
    mpd.close();
  }

  private void sound(Xml mpd, Sound sound) {
    AudioRendition track = sound.track();
    mpd.open("AdaptationSet").attribute("id", afterPictures() + audio.indexOf(sound));
    mpd.attribute("contentType", "audio").attribute("mimeType", "audio/mp4");
    language(mpd, track.language());
    mpd.attribute("segmentAlignment", true).attribute("startWithSAP", 1);
    mpd.open("Label").words(track.label()).close();
    String role = track.isDefault() ? "main" : "alternate";
    mpd.open("Role").attribute("schemeIdUri", ROLE).attribute("value", role).close();
    mpd.open("Representation").attribute("id", track.name()).attribute("codecs", track.codec());
    mpd.attribute("bandwidth", sound.bandwidth()).attribute("audioSamplingRate", 48_000);
    mpd.open("AudioChannelConfiguration").attribute("schemeIdUri", CHANNELS);
    mpd.attribute("value", track.channels()).close();
    segments(mpd, sound.timeline());
    mpd.close().close();
  }

  private void words(Xml mpd, SubtitleTrack track) {
    mpd.open("AdaptationSet")
        .attribute("id", afterPictures() + audio.size() + subtitles.indexOf(track));
    mpd.attribute("contentType", "text").attribute("mimeType", "text/vtt");
    language(mpd, track.language());
    mpd.open("Label").words(track.label()).close();
    String role =
        track.forced() ? "forced-subtitle" : track.hardOfHearing() ? "caption" : "subtitle";
    mpd.open("Role").attribute("schemeIdUri", ROLE).attribute("value", role).close();
    mpd.open("Representation").attribute("id", track.name()).attribute("bandwidth", READING);
    mpd.open("BaseURL").words("subtitles/" + track.name() + "/words.vtt").close();
    mpd.close().close();
  }

  private static void language(Xml mpd, @Nullable String tag) {
    if (tag != null) {
      mpd.attribute("lang", tag);
    }
  }

  private void segments(Xml mpd, Timeline whole) {
    Timeline shown = finished ? whole : whole.before(ends().min().orElse(0));
    mpd.open("SegmentTemplate").attribute("timescale", shown.timescale());
    mpd.attribute("initialization", "$RepresentationID$/init.mp4");
    mpd.attribute("media", "$RepresentationID$/$Number$.m4s").attribute("startNumber", 0);
    mpd.open("SegmentTimeline");
    boolean first = true;
    for (Stretch stretch : shown.stretches()) {
      mpd.open("S");
      if (first) {
        mpd.attribute("t", 0);
      }
      mpd.attribute("d", stretch.duration());
      if (stretch.times() > 1) {
        mpd.attribute("r", stretch.times() - 1);
      }
      mpd.close();
      first = false;
    }
    mpd.close().close();
  }

  private LongStream ends() {
    return timelines().mapToLong(Timeline::endMicros);
  }

  private Stream<Timeline> timelines() {
    return Stream.concat(
        video.stream().map(Picture::timeline), audio.stream().map(Sound::timeline));
  }
}
