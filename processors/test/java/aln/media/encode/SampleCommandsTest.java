package aln.media.encode;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.FrameRate;
import aln.media.SourceInput;
import aln.media.Studio;
import aln.media.plan.PerTitle;
import aln.media.plan.Picture;
import aln.media.plan.Sampling;
import aln.media.plan.VideoRendition;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleCommandsTest {

  private static final URI SOURCE = URI.create("http://store:9000/raw-assets/source?signature=x");
  private static final FrameRate RATE = FrameRate.of(24, 1);

  @Test
  void encodesEverySizeFromOneDecodeOfEachPlace() {
    Sampling spec =
        new Sampling(
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
                0),
            RATE,
            List.of(10_000_000L, 30_000_000L),
            24,
            List.of(rendition("720p", 1280, 720), rendition("480p", 854, 480)),
            new PerTitle(0.97, 20, 28, 3, 2, 100));
    String place =
        "setpts=PTS-STARTPTS,fps=24/1:start_time=0:round=near,trim=end_frame=24,scale=1280:720:flags=bicubic,"
            + "format=yuv420p,setsar=1,setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709";
    List<String> expected = new ArrayList<>();
    expected.addAll(words("-hide_banner -loglevel info -nostdin -nostats -threads 2"));
    expected.addAll(words("-noaccurate_seek -ss 10.500000 -t 20 -reinit_filter 0"));
    expected.addAll(SourceInput.arguments(SOURCE, Studio.SETTINGS.limits()));
    expected.addAll(words("-noaccurate_seek -ss 30.500000 -t 20 -reinit_filter 0"));
    expected.addAll(SourceInput.arguments(SOURCE, Studio.SETTINGS.limits()));
    expected.add("-filter_complex");
    expected.add(
        "[0:1]%s[place-0];[1:1]%1$s[place-1];[place-0][place-1]concat=n=2:v=1:a=0".formatted(place)
            + ",split=3[720p][down-0][given-0]"
            + ";[down-0]scale=854:480:flags=bicubic,setsar=1,split=3[480p][again][up-1]"
            + ";[up-1]select='not(mod(n,5))',scale=1280:720:flags=bicubic,setsar=1[enlarged-1]"
            + ";[given-0]select='not(mod(n,5))'[large-0]"
            + ";[enlarged-1][large-0]ssim=stats_file=720p.enlarged[like-720p]");
    for (String encoder : List.of("[720p]:24", "[480p]:24", "[again]:30")) {
      String[] each = encoder.split(":");
      expected.addAll(
          words(
              "-map %s -fps_mode passthrough -c:v libx264 -preset veryfast -crf %s -ssim 1 -threads 2 -f null -"
                  .formatted(each[0], each[1])));
    }
    expected.addAll(words("-map [like-720p] -f null -"));
    assertThat(
            new SampleCommands(Studio.SETTINGS)
                .forSource(spec, SOURCE, new File("work"), 2)
                .arguments())
        .isEqualTo(expected);
  }

  private static VideoRendition rendition(String name, int width, int height) {
    return new VideoRendition(name, width, height, RATE, "avc1.64001f", 31, 1_000_000, 1_500_000);
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
