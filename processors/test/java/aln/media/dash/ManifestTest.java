package aln.media.dash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aln.media.FrameRate;
import aln.media.dash.Manifest.Picture;
import aln.media.dash.Manifest.Sound;
import aln.media.dash.Timeline.Stretch;
import aln.media.plan.AudioRendition;
import aln.media.plan.SubtitleTrack;
import aln.media.plan.VideoRendition;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ManifestTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static final VideoRendition HD =
      new VideoRendition(
          "720p", 1280, 720, FrameRate.of(30_000, 1001), "avc1.64001f", 31, 2_800_000, 4_200_000);

  private static final VideoRendition SMALL =
      new VideoRendition(
          "360p", 640, 360, FrameRate.of(30_000, 1001), "avc1.64001e", 30, 800_000, 1_200_000);

  private static final AudioRendition ENGLISH =
      new AudioRendition("audio-1", "en", "English", true, 2, 128_000, "mp4a.40.2");

  private static final AudioRendition NOTES =
      new AudioRendition(
          "audio-2", null, "<Notes> & \"all\"\u0001\uD800", false, 1, 80_000, "mp4a.40.2");

  @Test
  void describesAFinishedFilm() {
    var film = film(true, video(2, 1), audio(2, 1));
    assertThat(film.render())
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" type="static" \
            minBufferTime="PT4.010667S" maxSegmentDuration="PT4.010667S" mediaPresentationDuration="PT9.02S">
            <Period id="film" start="PT0S">
            <AdaptationSet id="0" contentType="video" mimeType="video/mp4" segmentAlignment="true" startWithSAP="1">
            <Role schemeIdUri="urn:mpeg:dash:role:2011" value="main"></Role>
            <Representation id="720p" codecs="avc1.64001f" bandwidth="3000000" width="1280" height="720" frameRate="30000/1001" sar="1:1">
            <SegmentTemplate timescale="30000" initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/$Number$.m4s" startNumber="0">
            <SegmentTimeline>
            <S t="0" d="120120" r="1"></S>
            <S d="30030"></S>
            </SegmentTimeline>
            </SegmentTemplate>
            </Representation>
            </AdaptationSet>
            <AdaptationSet id="1" contentType="audio" mimeType="audio/mp4" lang="en" segmentAlignment="true" startWithSAP="1">
            <Label>English</Label>
            <Role schemeIdUri="urn:mpeg:dash:role:2011" value="main"></Role>
            <Representation id="audio-1" codecs="mp4a.40.2" bandwidth="150000" audioSamplingRate="48000">
            <AudioChannelConfiguration schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" value="2"></AudioChannelConfiguration>
            <SegmentTemplate timescale="48000" initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/$Number$.m4s" startNumber="0">
            <SegmentTimeline>
            <S t="0" d="192512" r="1"></S>
            <S d="47936"></S>
            </SegmentTimeline>
            </SegmentTemplate>
            </Representation>
            </AdaptationSet>
            </Period>
            </MPD>
            """
                .replaceAll("\\R(?!$)|\\R$", ""));
  }

  @Test
  void keepsCodecsApartAndPrefersTheLater() {
    var video =
        List.of(
            new Picture(HD, 3_000_000, video(2, 1)),
            new Picture(SMALL, 1_000_000, video(2, 1)),
            new Picture(av1("720p-av1", HD), 2_000_000, video(2, 1)),
            new Picture(av1("360p-av1", SMALL), 600_000, video(2, 1)));
    var sound = List.of(new Sound(ENGLISH, 150_000, audio(2, 1)));
    Document mpd = parsed(new Manifest(9_020_000, NOW, video, sound, List.of(), true));
    assertThat(elements(mpd, "AdaptationSet"))
        .extracting(
            set -> set.getAttribute("id"),
            set -> set.getAttribute("selectionPriority"),
            set -> set.getElementsByTagName("Representation").getLength())
        .containsExactly(tuple("0", "", 2), tuple("1", "2", 2), tuple("2", "", 1));
    assertThat(elements(mpd, "Representation"))
        .extracting(each -> each.getAttribute("id") + " " + each.getAttribute("codecs"))
        .containsExactly(
            "720p avc1.64001f",
            "360p avc1.64001e",
            "720p-av1 av01.0.05M.08",
            "360p-av1 av01.0.05M.08",
            "audio-1 mp4a.40.2");
  }

  private static VideoRendition av1(String name, VideoRendition like) {
    return new VideoRendition(
        name, like.width(), like.height(), like.rate(), "av01.0.05M.08", 0, 600_000, 900_000);
  }

  private static List<Element> elements(Document mpd, String name) {
    var nodes = mpd.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  @Test
  void growsFromTheBeginningForEveryPlayer() {
    Element mpd = parsed(film(false, video(1, 0), audio(1, 0))).getDocumentElement();
    assertThat(mpd.getAttribute("type")).isEqualTo("dynamic");
    assertThat(mpd.getAttribute("mediaPresentationDuration")).isEqualTo("PT60S");
    assertThat(mpd.getAttribute("suggestedPresentationDelay"))
        .as("so far from the newest segment that players begin at the first")
        .isEqualTo("PT60S");
    assertThat(mpd.getAttribute("availabilityStartTime")).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(mpd.getAttribute("publishTime")).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(mpd.getAttribute("minimumUpdatePeriod")).isEqualTo("PT2S");
    assertThat(mpd.hasAttribute("timeShiftBufferDepth")).as("nothing goes away").isFalse();
    assertThat(mpd.getElementsByTagName("UTCTiming").getLength()).isEqualTo(1);
  }

  @Test
  void showsWhileItGrowsOnlyWhatAllRenditionsHave() {
    var ahead = new Picture(SMALL, 1, video(3, 1));
    var manifest =
        new Manifest(
            60_000_000,
            NOW,
            List.of(new Picture(HD, 1, video(1, 0)), ahead),
            List.of(new Sound(ENGLISH, 1, audio(9, 0))),
            List.of(),
            false);
    assertThat(segments(parsed(manifest))).containsExactly(1, 1, 1);
    var finished =
        new Manifest(60_000_000, NOW, manifest.video(), manifest.audio(), List.of(), true);
    assertThat(segments(parsed(finished))).containsExactly(1, 4, 9);
  }

  @Test
  void cannotBeWrittenBeforeAllRenditionsHaveBegun() {
    assertThat(film(false, video(1, 0), audio(1, 0)).isBegun()).isTrue();
    assertThat(film(false, video(1, 0), new Timeline(1, List.of())).isBegun()).isFalse();
  }

  @Test
  void bearsWhateverATrackIsCalled() {
    var sound = new Sound(NOTES, 1, audio(1, 0));
    Document mpd = parsed(new Manifest(4_000_000, NOW, List.of(), List.of(sound), List.of(), true));
    assertThat(mpd.getElementsByTagName("Label").item(0).getTextContent())
        .isEqualTo("<Notes> & \"all\" ");
    Element set = (Element) mpd.getElementsByTagName("AdaptationSet").item(0);
    assertThat(set.hasAttribute("lang")).isFalse();
    assertThat(((Element) set.getElementsByTagName("Role").item(0)).getAttribute("value"))
        .isEqualTo("alternate");
  }

  @Test
  void listsSubtitlesWhenAllIsFinished() {
    var swahili = new SubtitleTrack("subtitles-1", 2, "sw", "Kiswahili", false, true);
    var signs = new SubtitleTrack("subtitles-2", 3, null, "Signs", true, false);
    var video = List.of(new Picture(HD, 1, video(1, 0)));
    var words = List.of(swahili, signs);
    var finished = new Manifest(4_000_000, NOW, video, List.of(), words, true);
    assertThat(finished.render())
        .contains(
            """
            <AdaptationSet id="1" contentType="text" mimeType="text/vtt" lang="sw">
            <Label>Kiswahili</Label>
            <Role schemeIdUri="urn:mpeg:dash:role:2011" value="caption"></Role>
            <Representation id="subtitles-1" bandwidth="1000">
            <BaseURL>subtitles/subtitles-1/words.vtt</BaseURL>
            </Representation>
            </AdaptationSet>
            <AdaptationSet id="2" contentType="text" mimeType="text/vtt">
            <Label>Signs</Label>
            <Role schemeIdUri="urn:mpeg:dash:role:2011" value="forced-subtitle"></Role>
            """
                .replaceAll("\\R", ""));
    var growing = new Manifest(4_000_000, NOW, video, List.of(), words, false);
    assertThat(growing.render()).doesNotContain("text/vtt");
  }

  private static Manifest film(boolean finished, Timeline video, Timeline audio) {
    return new Manifest(
        60_000_000,
        NOW,
        List.of(new Picture(HD, 3_000_000, video)),
        List.of(new Sound(ENGLISH, 150_000, audio)),
        List.of(),
        finished);
  }

  private static Timeline video(int whole, int rest) {
    return timeline(30_000, 120_120, whole, 30_030, rest);
  }

  private static Timeline audio(int whole, int rest) {
    return timeline(48_000, 192_512, whole, 47_936, rest);
  }

  private static Timeline timeline(int timescale, long full, int whole, long last, int rest) {
    var stretches = List.of(new Stretch(full, whole), new Stretch(last, rest));
    return new Timeline(timescale, stretches.subList(0, rest == 0 ? 1 : 2));
  }

  /** How many segments each representation has. */
  private static List<Integer> segments(Document mpd) {
    var timelines = mpd.getElementsByTagName("SegmentTimeline");
    return IntStream.range(0, timelines.getLength())
        .mapToObj(i -> ((Element) timelines.item(i)).getElementsByTagName("S"))
        .map(
            runs ->
                IntStream.range(0, runs.getLength())
                    .mapToObj(i -> ((Element) runs.item(i)).getAttribute("r"))
                    .mapToInt(again -> again.isEmpty() ? 1 : 1 + Integer.parseInt(again))
                    .sum())
        .toList();
  }

  private static Document parsed(Manifest manifest) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(manifest.render())));
    } catch (Exception e) {
      throw new AssertionError(manifest.render(), e);
    }
  }
}
