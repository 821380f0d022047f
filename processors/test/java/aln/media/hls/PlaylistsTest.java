package aln.media.hls;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.FrameRate;
import aln.media.hls.MasterPlaylist.Picture;
import aln.media.hls.MasterPlaylist.Sound;
import aln.media.hls.MediaPlaylist.Segment;
import aln.media.plan.AudioRendition;
import aln.media.plan.BitRates;
import aln.media.plan.SubtitleTrack;
import aln.media.plan.VideoRendition;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaylistsTest {

  private static final VideoRendition HD =
      new VideoRendition(
          "720p", 1280, 720, FrameRate.of(30_000, 1001), "avc1.64001f", 31, 2_800_000, 4_200_000);

  private static final AudioRendition ENGLISH =
      new AudioRendition("audio-1", "en", "English", true, 2, 128_000, "mp4a.40.2");

  private static final AudioRendition NOTES =
      new AudioRendition("audio-2", null, "The \"maker's\"\nnotes", false, 1, 80_000, "mp4a.40.2");

  private static final List<Segment> SEGMENTS =
      List.of(new Segment(0, 120_120, 5_000L), new Segment(1, 30_030, 4_000L));

  @Test
  void masterNamesEveryRenditionAndTrackAsTheyCameOut() {
    var video = List.of(new Picture(HD, new BitRates(3_100_000, 2_500_000L, 90_000L)));
    var audio =
        List.of(
            new Sound(ENGLISH, new BitRates(140_000, 131_000L, null)),
            new Sound(NOTES, new BitRates(150_000, 82_000L, null)));
    assertThat(new MasterPlaylist(video, audio, List.of()).render())
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio-1/index.m3u8"
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="The 'maker's' notes",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="1",URI="audio-2/index.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=3250000,AVERAGE-BANDWIDTH=2631000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,VIDEO-RANGE=SDR,FRAME-RATE=29.970,AUDIO="audio",CLOSED-CAPTIONS=NONE
            720p/index.m3u8
            #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=90000,CODECS="avc1.64001f",RESOLUTION=1280x720,VIDEO-RANGE=SDR,URI="720p/iframes.m3u8"
            """);
  }

  @Test
  void masterOffersWhatCanBeRead() {
    var swahili = new SubtitleTrack("subtitles-1", 2, "sw", "Kiswahili", false, true);
    var signs = new SubtitleTrack("subtitles-2", 3, null, "Signs", true, false);
    assertThat(
            new MasterPlaylist(List.of(planned(HD)), List.of(), List.of(swahili, signs)).render())
        .contains(
            """
            #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subtitles",NAME="Kiswahili",LANGUAGE="sw",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,\
            CHARACTERISTICS="public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound",\
            URI="subtitles/subtitles-1/index.m3u8"
            #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subtitles",NAME="Signs",DEFAULT=NO,AUTOSELECT=YES,FORCED=YES,\
            URI="subtitles/subtitles-2/index.m3u8"
            """)
        .contains("FRAME-RATE=29.970,SUBTITLES=\"subtitles\",CLOSED-CAPTIONS=NONE");
  }

  @Test
  void subtitlesAreOneSegmentAsLongAsTheFilm() {
    assertThat(new SubtitlePlaylist(61_234_567, "words.vtt").render())
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-TARGETDURATION:61
            #EXT-X-MEDIA-SEQUENCE:0
            #EXT-X-PLAYLIST-TYPE:VOD
            #EXTINF:61.234567,
            words.vtt
            #EXT-X-ENDLIST
            """);
  }

  @Test
  void masterPrefersTheLaterCodecAtEachSize() {
    List<Picture> video =
        List.of(
            size("720p", 720, "avc1.64001f"),
            size("360p", 360, "avc1.64001e"),
            size("720p-av1", 720, "av01.0.05M.08"),
            size("360p-av1", 360, "av01.0.01M.08"));
    List<String> lines = new MasterPlaylist(video, List.of(), List.of()).render().lines().toList();
    assertThat(lines.stream().filter(line -> line.startsWith("#EXT-X-STREAM-INF")))
        .extracting(line -> line.replaceAll(".*,(SCORE=[^,]*),(CODECS=[^,]*),.*", "$1 $2"))
        .containsExactly(
            "SCORE=3.0 CODECS=\"avc1.64001f\"",
            "SCORE=1.0 CODECS=\"avc1.64001e\"",
            "SCORE=4.0 CODECS=\"av01.0.05M.08\"",
            "SCORE=2.0 CODECS=\"av01.0.01M.08\"");
    assertThat(lines)
        .contains("720p-av1/index.m3u8")
        .anyMatch(line -> line.startsWith("#EXT-X-I-FRAME") && line.contains("360p-av1/iframes"));
  }

  private static Picture size(String name, int height, String codec) {
    return planned(
        new VideoRendition(
            name, height * 16 / 9, height, FrameRate.of(25, 1), codec, 0, 800_000, 1_200_000));
  }

  @Test
  void promisesNoAverageBeforeAllIsThere() {
    assertThat(
            new MasterPlaylist(List.of(planned(HD)), List.of(planned(ENGLISH)), List.of()).render())
        .contains("#EXT-X-STREAM-INF:BANDWIDTH=4221399,CODECS")
        .contains("#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=4051399,")
        .doesNotContain("AVERAGE");
  }

  @Test
  void masterOfASilentVideoHasNoAudio() {
    assertThat(new MasterPlaylist(List.of(planned(HD)), List.of(), List.of()).render())
        .contains("CODECS=\"avc1.64001f\"")
        .doesNotContain("AUDIO")
        .doesNotContain("mp4a");
  }

  @Test
  void masterOfSoundPointsAtTheTrackItself() {
    assertThat(new MasterPlaylist(List.of(), List.of(planned(ENGLISH)), List.of()).render())
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-STREAM-INF:BANDWIDTH=170000,CODECS="mp4a.40.2"
            audio-1/index.m3u8
            """);
  }

  @Test
  void leavesOutKeyFramesThatNobodyCounted() {
    var old = new Picture(HD, new BitRates(3_100_000, 2_500_000L, null));
    assertThat(new MasterPlaylist(List.of(old), List.of(), List.of()).render())
        .doesNotContain("I-FRAME");
    var segments = List.of(new Segment(0, 120_120, 5_000L), new Segment(1, 120_120, null));
    assertThat(new MediaPlaylist(30_000, 120_120, segments, false).renderKeyFrames())
        .contains("0.m4s")
        .doesNotContain("1.m4s");
  }

  @Test
  void growsAsAnEventAndEndsAsVod() {
    assertThat(new MediaPlaylist(30_000, 120_120, SEGMENTS, true).render())
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-TARGETDURATION:4
            #EXT-X-MEDIA-SEQUENCE:0
            #EXT-X-PLAYLIST-TYPE:VOD
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MAP:URI="init.mp4"
            #EXTINF:4.004000,
            0.m4s
            #EXTINF:1.001000,
            1.m4s
            #EXT-X-ENDLIST
            """);
    assertThat(new MediaPlaylist(30_000, 120_120, SEGMENTS, false).render())
        .contains("#EXT-X-PLAYLIST-TYPE:EVENT\n", "#EXT-X-START:TIME-OFFSET=0.001\n")
        .doesNotContain("ENDLIST");
  }

  @Test
  void listsKeyFramesAsTheHeadsOfTheirSegments() {
    assertThat(new MediaPlaylist(30_000, 120_120, SEGMENTS, true).renderKeyFrames())
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-TARGETDURATION:4
            #EXT-X-MEDIA-SEQUENCE:0
            #EXT-X-PLAYLIST-TYPE:VOD
            #EXT-X-I-FRAMES-ONLY
            #EXT-X-MAP:URI="init.mp4"
            #EXTINF:4.004000,
            #EXT-X-BYTERANGE:5000@0
            0.m4s
            #EXTINF:1.001000,
            #EXT-X-BYTERANGE:4000@0
            1.m4s
            #EXT-X-ENDLIST
            """);
  }

  @Test
  void keepsItsTargetDurationWhileItGrows() {
    assertThat(new MediaPlaylist(30_000, 120_120, List.of(), false).render())
        .contains("#EXT-X-TARGETDURATION:4\n");
  }

  private static Picture planned(VideoRendition rendition) {
    return new Picture(rendition, BitRates.planned(rendition, 4_004_000));
  }

  private static Sound planned(AudioRendition track) {
    return new Sound(track, BitRates.planned(track));
  }
}
