package aln.media.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WebVttTest {

  @Test
  void isAFileThatIsASegmentToo() {
    var cues =
        List.of(
            new Cue(0, 1_500_000, "one\ntwo", false),
            new Cue(3_661_001_000L, 360_000_000_000L, "above", true));
    assertThat(WebVtt.of(cues))
        .isEqualTo(
            """
            WEBVTT
            X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0

            00:00:00.000 --> 00:00:01.500
            one
            two

            01:01:01.001 --> 100:00:00.000 line:0
            above
            """);
  }
}
