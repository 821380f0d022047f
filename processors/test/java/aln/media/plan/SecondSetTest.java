package aln.media.plan;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.FrameRate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondSetTest {

  private static final FrameRate RATE = FrameRate.of(25, 1);
  private static final CodecSet AV1 = new CodecSet(Codec.AV1, "8", 32, 0.65, "tune=0");
  private static final CodecSet HEVC = new CodecSet(Codec.HEVC, "medium", 26, 0.7, null);

  @Test
  void hasTheSameStretchesAndSizesWithFewerBits() {
    EncodeVideo first = chunk(rendition(null));
    EncodeVideo second = new SecondSet(AV1, 23).of(first);
    assertThat(second)
        .isEqualTo(
            new EncodeVideo(
                first.picture(),
                RATE,
                100,
                "8",
                32,
                first.chunk(),
                true,
                List.of(
                    new VideoRendition(
                        "720p-av1", 1280, 720, RATE, "av01", 0, 1_820_000, 2_730_000, 32)),
                "tune=0",
                Codec.AV1));
  }

  @Test
  void changesItsQualityAsSamplesChangedTheFirst() {
    assertThat(quality(AV1, 23)).isEqualTo(32);
    assertThat(quality(AV1, 28)).as("5 of 51 are 6 of 63").isEqualTo(38);
    assertThat(quality(AV1, 19)).isEqualTo(27);
    assertThat(quality(HEVC, 28)).isEqualTo(31);
    assertThat(quality(new CodecSet(Codec.HEVC, "slow", 50, 1, null), 28)).isEqualTo(51);
    assertThat(quality(new CodecSet(Codec.AV1, "8", 2, 1, null), 19)).isEqualTo(1);
  }

  static boolean isAv1(VideoRendition rendition) {
    return rendition.name().endsWith("-av1");
  }

  private static int quality(CodecSet set, int first) {
    EncodeVideo second = new SecondSet(set, 23).of(chunk(rendition(first)));
    return second.quality(second.renditions().get(0));
  }

  private static VideoRendition rendition(Integer quality) {
    return new VideoRendition(
        "720p", 1280, 720, RATE, "avc1.64001f", 31, 2_800_000, 4_200_000, quality);
  }

  private static EncodeVideo chunk(VideoRendition rendition) {
    var picture =
        new Picture(
            0,
            1280,
            720,
            0,
            0,
            1,
            false,
            false,
            Picture.Range.STANDARD,
            false,
            false,
            1000,
            Picture.Colours.BT709,
            0);
    return new EncodeVideo(
        picture,
        RATE,
        100,
        "fast",
        23,
        new VideoChunk(1, 100, 200, 1, false, Access.INDEX),
        true,
        List.of(rendition),
        "psy=0",
        Codec.H264);
  }
}
