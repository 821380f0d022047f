package aln.media.encode;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.FrameRate;
import aln.media.Studio;
import aln.media.plan.Access;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Picture;
import aln.media.plan.VideoChunk;
import aln.media.plan.VideoRendition;
import java.io.File;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyFramesTest {

  private static final FrameRate PAL = FrameRate.of(25, 1);

  private static final URI SOURCE = URI.create("http://s/x");

  private final KeyFrames keyFrames = new KeyFrames(Studio.SETTINGS);

  @Test
  void looksAtHalfAMinuteBeforeTheChunkOnTheSourcesOwnClock() {
    List<String> arguments = keyFrames.before(spec(2500), SOURCE, new File("w")).arguments();
    assertThat(arguments)
        .containsSubsequence("-select_streams", "1", "-read_intervals", "61.500000%101.500000");
    assertThat(keyFrames.before(spec(100), SOURCE, new File("w")).arguments())
        .contains("1.000000%5.500000");
  }

  @Test
  void takesTheLastKeyFrameThatIsWellBeforeTheChunk() {
    String packets =
        packets(
            packet(88.1, 88.0, "K__"),
            packet(95.1, 95.0, "K__"),
            packet(95.4, 95.2, "___"),
            packet(101.0, 100.9, "K__"));
    assertThat(keyFrames.place(spec(2500), SOURCE, packets))
        .as("a second before its decoding, from the container's start")
        .isEqualTo(Place.in(SOURCE, 93_000_000));
  }

  @Test
  void beginsAtTheBeginningWhereThereIsNone() {
    Place beginning = Place.in(SOURCE, 0);
    assertThat(keyFrames.place(spec(2500), SOURCE, packets())).isEqualTo(beginning);
    String nonkey = packets(packet(95.1, 95.0, "___"));
    assertThat(keyFrames.place(spec(2500), SOURCE, nonkey)).isEqualTo(beginning);
    String early = packets(packet(1.5, 1.4, "K__"));
    assertThat(keyFrames.place(spec(50), SOURCE, early)).isEqualTo(beginning);
  }

  private static String packets(String... packets) {
    return "{\"packets\": [" + String.join(",", packets) + "]}";
  }

  private static String packet(double pts, double dts, String flags) {
    return "{\"pts_time\": \"%s\", \"dts_time\": \"%s\", \"flags\": \"%s\"}"
        .formatted(pts, dts, flags);
  }

  /** A stream that begins at 1 s with its sound and at 1.5 s with its picture. */
  private static EncodeVideo spec(long firstFrame) {
    return spec(firstFrame, Access.TIMES);
  }

  static EncodeVideo spec(long firstFrame, Access access) {
    Picture picture =
        new Picture(
            1,
            1280,
            720,
            1_000_000,
            1_500_000,
            1,
            false,
            false,
            Picture.Range.STANDARD,
            false,
            false,
            1000,
            Picture.Colours.BT709,
            0);
    VideoChunk chunk = new VideoChunk(1, firstFrame, 100, (int) firstFrame / 100, false, access);
    return new EncodeVideo(
        picture,
        PAL,
        100,
        "veryfast",
        23,
        chunk,
        true,
        List.of(new VideoRendition("720p", 1280, 720, PAL, "avc1.64001f", 31, 1, 1)));
  }
}
