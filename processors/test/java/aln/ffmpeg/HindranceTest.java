package aln.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What FFmpeg says; SourceHindranceIT makes the one of this machine say it. */
class HindranceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[http @ 0x55df246b8400] Will reconnect at 23039018 in 3 second(s), error=Connection reset by peer.\n",
        "[http @ 0x55df246b8400] Will reconnect at 23039018 in 3 second(s), error=Input/output error.\n",
        "[http @ 0x562278ca1540] Will reconnect at 0 in 3 second(s).\n",
        "http://store/raw: Server returned 5XX Server Error reply\n"
      })
  void takesTheLastReconnectForAStoreThatIsAway(String stderr) {
    assertThat(Hindrance.in(stderr)).contains(Hindrance.SOURCE_AWAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[out#0/mp4 @ 0x55] Error writing trailer: No space left on device\n",
        "av_interleaved_write_frame(): No space left on device\nError writing trailer\n",
        "av_interleaved_write_frame(): Disk quota exceeded"
      })
  void knowsAFullDisk(String stderr) {
    assertThat(Hindrance.in(stderr)).contains(Hindrance.DISK_FULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[http @ 0x562278ca1540] Will reconnect at 0 in 1 second(s), error=Connection reset by peer.\n",
        "[mov,mp4,m4a,3gp,3g2,mj2 @ 0x55] moov atom not found\nhttp://store/raw: Invalid data found",
        "http://store/raw: Server returned 404 Not Found\n",
        "[matroska @ 0x1] Title: No space left on device, a film\n"
      })
  void blamesTheFileForTheRest(String stderr) {
    assertThat(Hindrance.in(stderr)).isEmpty();
  }
}
