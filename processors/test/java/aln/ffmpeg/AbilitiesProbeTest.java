package aln.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AbilitiesProbeTest {

  @Test
  void readsNamesAndSkipsTheLegend() {
    String answer =
        """
        Encoders:
         V..... = Video
         .F.... = Frame-level multithreading
         ------
         V....D libx264              libx264 H.264 / AVC (codec h264)
         V..... libvpx-vp9           libvpx VP9 (codec vp9)
         A....D aac                  AAC (Advanced Audio Coding)
        """;
    assertThat(AbilitiesProbe.listed(answer))
        .containsExactlyInAnyOrder("libx264", "libvpx-vp9", "aac");
  }

  @Test
  void readsFiltersOfOldAndNewReleases() {
    String answer =
        " T.C bwdif             V->V       Deinterlace\n TS tonemap           V->V       Convert\n";
    assertThat(AbilitiesProbe.listed(answer)).containsExactlyInAnyOrder("bwdif", "tonemap");
  }

  @Test
  void readsTheProtocolsThatCanBeRead() {
    String answer = "Supported file protocols:\nInput:\n  file\n  https\nOutput:\n  file\n  tee\n";
    assertThat(AbilitiesProbe.inputProtocols(answer)).containsExactlyInAnyOrder("file", "https");
  }

  @Test
  void refusesWhatIsOlderThan51() {
    assertThatThrownBy(() -> AbilitiesProbe.requireNewEnough(banner("4.4.2", "56. 70.100")))
        .hasMessage("version 4.4.2 is older than 5.1");
    assertThatThrownBy(() -> AbilitiesProbe.requireNewEnough(banner("5.0.1", "57. 17.100")))
        .hasMessage("version 5.0.1 is older than 5.1");
  }

  @Test
  void takesReleasesAndBuildsFromTheRepository() {
    assertThatCode(() -> AbilitiesProbe.requireNewEnough(banner("5.1.9-0+deb12u1", "57. 28.100")))
        .doesNotThrowAnyException();
    assertThatCode(() -> AbilitiesProbe.requireNewEnough(banner("N-118000-g1a2b", "60.  8.100")))
        .doesNotThrowAnyException();
  }

  private static String banner(String version, String libavutil) {
    return "ffmpeg version " + version + " Copyright\nlibavutil      " + libavutil + " / 1\n";
  }
}
