package aln.media;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.encode.EncodedTrack;
import aln.media.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A colour comes out as it went in, whatever the source is labelled and however it is stored. */
class ColoursIT {

  /** What coding may change, of 255. */
  private static final int SLACK = 6;

  @TempDir Path directory;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hd.mp4      | 1280x720 | bt709  | scale=out_color_matrix=bt709:out_range=tv,format=yuv420p | -c:v libx264 -colorspace bt709 -color_primaries bt709 -color_trc bt709
          untagged.mp4 | 1280x720 | bt709 | scale=out_color_matrix=bt709:out_range=tv,format=yuv420p | -c:v libx264
          sd.mp4      | 640x480  | bt470bg | scale=out_color_matrix=bt601:out_range=tv,format=yuv420p | -c:v libx264
          pal.ts      | 720x576  | bt470bg | scale=out_color_matrix=bt601:out_range=tv,format=yuv420p | -c:v mpeg2video -q:v 2
          full.mp4    | 1280x720 | bt709  | scale=out_color_matrix=bt709:out_range=pc,format=yuvj420p | -c:v libx264 -colorspace bt709 -color_range pc
          webcam.avi  | 640x480  | bt470bg | scale=out_color_matrix=bt601:out_range=pc,format=yuvj422p | -c:v mjpeg -q:v 2
          fine.mkv    | 1280x720 | bt709  | scale=out_color_matrix=bt709:out_range=tv,format=yuv444p10le | -c:v libx264 -colorspace bt709
          edit.mov    | 1280x720 | bt709  | scale=out_color_matrix=bt709:out_range=tv,format=yuv422p10le | -c:v prores_ks -colorspace bt709
          screen.mov  | 1280x720 | bt709  | format=rgb24 | -c:v qtrle
          planes.mkv  | 1280x720 | bt709  | format=gbrp | -c:v ffv1
          screen.avi  | 640x480  | bt709  | format=bgr24 | -c:v rawvideo
          sees-through.mov | 1280x720 | bt709 | format=argb | -c:v qtrle
          """)
  void staysWhatItWas(String file, String size, String label, String filter, String options)
      throws IOException {
    Path source =
        new Made(directory)
            .file(
                file,
                List.of("color=c=0xC86432:s=" + size + ":r=25:d=1,format=rgb24"),
                "-vf " + filter + " -preset ultrafast " + options);
    assertThat(made(source, label)).satisfies(rgb -> near(rgb, 0xC8, 0x64, 0x32));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"screen.mov, argb, qtrle", "edit.mov, yuva444p10le, prores_ks -colorspace bt709"})
  void isOnBlackWhereItCanBeSeenThrough(String file, String format, String codec)
      throws IOException {
    String half =
        "color=c=0xC86432@0.5:s=1280x720:r=25:d=1,format=rgba,scale=out_color_matrix=bt709:out_range=tv,format="
            + format;
    Path source = new Made(directory).file(file, List.of(half), "-c:v " + codec);
    assertThat(made(source, "bt709")).satisfies(rgb -> near(rgb, 0x64, 0x32, 0x19));
  }

  /** 18 % of white stays 18 %: 49 % of the signal for a screen of gamma 2.4 (ITU-R BT.1886). */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"smpte2084, 424", "arib-std-b67, 446"})
  void keepsAGreyCardWhatItIsInHighDynamicRange(String transfer, int luma) throws IOException {
    Path source =
        new Made(directory)
            .file(
                "hdr.mkv",
                List.of(
                    "nullsrc=s=1280x720:r=25:d=1,format=yuv420p10le,geq=lum="
                        + luma
                        + ":cb=512:cr=512"),
                "-c:v libx265 -preset ultrafast -x265-params log-level=error:colorprim=bt2020:colormatrix=bt2020nc:transfer="
                    + transfer);
    assertThat(made(source, "bt709")).satisfies(rgb -> near(rgb, 125, 125, 125));
  }

  private static void near(int[] rgb, int... expected) {
    for (int i = 0; i < 3; i++) {
      assertThat(rgb[i]).isBetween(expected[i] - SLACK, expected[i] + SLACK);
    }
  }

  /** The middle of the first frame as a screen that believes the labels shows it. */
  private int[] made(Path source, String label) throws IOException {
    Studio studio = new Studio(Studio.SETTINGS, directory);
    Plan plan = studio.plan(studio.inspect(source), Studio.QUICK);
    List<EncodedTrack> tracks = studio.encode(plan.encodeVideo().get(0), source);
    Path joined = studio.joined(tracks.subList(0, 1));
    assertThat(OutputProbe.of(joined, "0").text("color_space")).isEqualTo(label);
    byte[] rgb =
        Tools.ffmpeg(
                directory.toFile(),
                "-v",
                "error",
                "-i",
                joined.toString(),
                "-frames:v",
                "1",
                "-vf",
                "scale=3:3:in_color_matrix=%s:in_range=tv,format=rgb24"
                    .formatted(label.equals("bt709") ? "bt709" : "bt601"),
                "-f",
                "rawvideo",
                "-")
            .raw();
    int middle = 3 * 4;
    return new int[] {rgb[middle] & 0xff, rgb[middle + 1] & 0xff, rgb[middle + 2] & 0xff};
  }
}
