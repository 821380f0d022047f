package aln.media.hls;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.FrameRate;
import aln.media.plan.AudioRendition;
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

  @Test
  void masterNamesEveryRenditionAndTrack() {
    assertThat(
            MasterPlaylist.render(
                List.of(HD), List.of(ENGLISH, NOTES), 4_004_000, name -> name + "/list.m3u8"))
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio-1/list.m3u8"
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="The 'maker's' notes",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="1",URI="audio-2/list.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=4221399,AVERAGE-BANDWIDTH=2928000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=29.970,AUDIO="audio"
            720p/list.m3u8
            """);
  }

  @Test
  void masterOfASilentVideoHasNoAudio() {
    assertThat(MasterPlaylist.render(List.of(HD), List.of(), 4_004_000, name -> name))
        .contains("CODECS=\"avc1.64001f\"")
        .doesNotContain("AUDIO")
        .doesNotContain("mp4a");
  }

  @Test
  void masterOfSoundPointsAtTheTrackItself() {
    assertThat(MasterPlaylist.render(List.of(), List.of(ENGLISH), 4_010_666, name -> name))
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-STREAM-INF:BANDWIDTH=170000,AVERAGE-BANDWIDTH=128000,CODECS="mp4a.40.2"
            audio-1
            """);
  }

  @Test
  void growsAsAnEventAndEndsAsVod() {
    List<MediaPlaylist.Segment> segments =
        List.of(new MediaPlaylist.Segment(0, 120_120), new MediaPlaylist.Segment(1, 30_030));
    assertThat(
            new MediaPlaylist(30_000, 120_120, segments, true).render("init.mp4", n -> n + ".m4s"))
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
    assertThat(
            new MediaPlaylist(30_000, 120_120, segments, false).render("init.mp4", n -> n + ".m4s"))
        .contains("#EXT-X-PLAYLIST-TYPE:EVENT\n")
        .doesNotContain("ENDLIST");
  }

  @Test
  void keepsItsTargetDurationWhileItGrows() {
    assertThat(new MediaPlaylist(30_000, 120_120, List.of(), false).render("i", n -> "s"))
        .contains("#EXT-X-TARGETDURATION:4\n");
  }
}
