package aln.media;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.encode.EncodedTrack;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Containers, codecs and clocks of all kinds: what comes out has the source's frames, each once.
 */
class KindsIT {

  private static final int SECONDS = 3;

  @TempDir Path directory;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          film.mkv       | 24000/1001  | -c:v libx264 -preset ultrafast -bf 2                        | 24000/1001 | 1
          film.webm      | 24000/1001  | -c:v libvpx-vp9 -deadline realtime -cpu-used 8              | 24000/1001 | 1
          vp8.webm       | 30000/1001  | -c:v libvpx -deadline realtime -cpu-used 8                  | 30000/1001 | 1
          wraps.ts       | 30000/1001  | -c:v libx264 -preset ultrafast -bf 2 -output_ts_offset 95440 | 30000/1001 | 1
          late.mkv       | 25          | -c:v libx264 -preset ultrafast -output_ts_offset 5          | 25/1       | 1
          coarse.mov     | 30          | -c:v libx264 -preset ultrafast -bf 0 -video_track_timescale 30 -output_ts_offset 0.0667 | 30/1 | 1
          slow.avi       | 10          | -c:v mpeg4 -q:v 3                                           | 10/1       | 1
          b-frames.avi   | 25          | -c:v mpeg4 -q:v 3 -bf 2                                     | 25/1       | 1
          h264.avi       | 25          | -c:v libx264 -preset ultrafast -bf 3                        | 25/1       | 1
          camera.avi     | 15          | -c:v mjpeg -q:v 3 -pix_fmt yuvj422p                         | 15/1       | 1
          raw.avi        | 25          | -c:v rawvideo -pix_fmt bgr24                                | 25/1       | 1
          half.mp4       | 50          | -c:v libx264 -preset ultrafast -pix_fmt yuv444p             | 50/1       | 1
          sport.ts       | 60000/1001  | -c:v libx264 -preset ultrafast -bf 2                        | 60000/1001 | 1
          fast.mp4       | 120         | -c:v libx264 -preset ultrafast -bf 2                        | 60/1       | 2
          fast.mkv       | 120000/1001 | -c:v libx264 -preset ultrafast -bf 2                        | 60000/1001 | 2
          slow-motion.mov | 240        | -c:v libx264 -preset ultrafast                              | 60/1       | 4
          edit.mov       | 25          | -c:v prores_ks -profile:v 4 -pix_fmt yuva444p10le           | 25/1       | 1
          edit.mxf       | 25          | -c:v dnxhd -profile:v dnxhr_lb -pix_fmt yuv422p             | 25/1       | 1
          screen.mov     | 25          | -c:v qtrle -pix_fmt argb                                    | 25/1       | 1
          archive.mkv    | 25          | -c:v ffv1 -pix_fmt yuv422p10le                              | 25/1       | 1
          hevc.mp4       | 25          | -c:v libx265 -preset ultrafast -x265-params log-level=error:open-gop=1:keyint=30:bframes=4 -tag:v hvc1 | 25/1 | 1
          av1.mp4        | 25          | -c:v libsvtav1 -preset 12                                   | 25/1       | 1
          dvd.mpg        | 30000/1001  | -c:v mpeg2video -q:v 3 -bf 2 -f dvd                         | 30000/1001 | 1
          home.dv        | 25          | -s 720x576 -pix_fmt yuv420p -c:v dvvideo                     | 25/1       | 1
          tv.ts          | 25          | -c:v mpeg2video -q:v 3 -bf 2                                | 25/1       | 1
          old.wmv        | 25          | -c:v wmv2 -q:v 3                                            | 25/1       | 1
          old.flv        | 25          | -c:v libx264 -preset ultrafast -bf 2                        | 25/1       | 1
          recorder.mp4   | 30          | -c:v libx264 -preset ultrafast -movflags frag_keyframe+empty_moov -g 15 | 30/1 | 1
          """)
  void keepEachFrame(String file, String rate, String options, String made, int every)
      throws IOException {
    Path source = new Made(directory).file(file, List.of(Numbered.picture(rate, SECONDS)), options);
    Plan plan = plan(source);
    assertThat(plan.video().get(0).rate()).hasToString(made);
    List<Integer> numbers = numbers(plan, source);
    assertThat(numbers)
        .isEqualTo(IntStream.range(0, numbers.size()).mapToObj(i -> i * every).toList());
    int frames = (int) Math.round(plan.video().get(0).rate().perSecond() * SECONDS);
    assertThat(numbers.size()).isBetween(frames - 1, frames + 1);
  }

  @ParameterizedTest
  @CsvSource({"one.mp4", "one.mkv", "one.avi", "one.ts", "one.mov"})
  void areOneFrame(String file) throws IOException {
    Path source = made(file, "25", "-c:v mpeg4 -frames:v 1");
    assertThat(numbers(plan(source), source)).containsExactly(0);
  }

  @Test
  void keepTheRateOfAPhoneThatDropsFrames() throws IOException {
    Path source =
        made(
            "phone.mp4",
            "30000/1001",
            "-vf select='mod(n,7)-3' -fps_mode passthrough -c:v libx264 -preset ultrafast");
    Plan plan = plan(source);
    assertThat(plan.video().get(0).rate()).isEqualTo(FrameRate.of(30_000, 1001));
    assertThat(numbers(plan, source))
        .isEqualTo(IntStream.range(0, 90).mapToObj(i -> i % 7 == 3 ? i - 1 : i).toList());
  }

  @Test
  void makeFilmOfFilmWhoseFieldsAreRepeated() throws IOException {
    Path source =
        made(
            "telecine.mkv",
            "24000/1001",
            "-vf settb=1/60000,setpts=(floor(N/2)*5+mod(N\\,2)*2)*1001 -fps_mode passthrough -enc_time_base 1/60000"
                + " -c:v libx264 -preset ultrafast");
    Plan plan = plan(source);
    assertThat(plan.video().get(0).rate()).isEqualTo(FrameRate.of(24_000, 1001));
    assertThat(numbers(plan, source)).isEqualTo(IntStream.range(0, 72).boxed().toList());
  }

  private Path made(String file, String rate, String options) {
    return new Made(directory).file(file, List.of(Numbered.picture(rate, SECONDS)), options);
  }

  private Plan plan(Path source) throws IOException {
    Studio studio = new Studio(Studio.SETTINGS, directory);
    return studio.plan(studio.inspect(source), Studio.QUICK);
  }

  private List<Integer> numbers(Plan plan, Path source) throws IOException {
    Studio studio = new Studio(Studio.SETTINGS, directory);
    EncodeVideo whole = plan.encodeVideo().get(0);
    List<EncodedTrack> tracks = studio.encode(whole, source);
    return Numbered.read(studio.joined(tracks.subList(0, 1)));
  }
}
