package aln.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aln.media.encode.EncodedSegment;
import aln.media.encode.EncodedTrack;
import aln.media.plan.Codec;
import aln.media.plan.CodecSet;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Ladder;
import aln.media.plan.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks that were encoded by themselves are one video without being joined. */
class ChunksJoinIT {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agent327_720p24_first60s.ts",
        "sintel_trailer_720p24.mp4",
        "lake_1080p25_422_10bit_96k.mp4",
        "flir_thermal_vfr_1080x1440.mp4",
        "funicular_vp8_480p_sar.webm",
        "pedestrians_vtest.avi"
      })
  void areOneVideo(String name) throws IOException {
    assumeTrue(Tools.clips().isPresent(), "ALN_TEST_MEDIA names no folder of clips");
    Path source = Tools.clips().orElseThrow().resolve("video").resolve(name).toAbsolutePath();
    Studio studio = new Studio(Studio.settings(Duration.ofSeconds(8)), directory);
    join(studio, studio.plan(studio.inspect(source), Studio.QUICK), source);
  }

  /** Every frame shows its number; chunks are of a few seconds, so that there are many joins. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          odd.mkv    | 30000/1001 | -c:v libx264 -preset ultrafast -g 37 -bf 3 | 1
          late.mkv   | 60000/1001 | -c:v libx264 -preset ultrafast -g 50 -output_ts_offset 0.5 | 1
          open.mp4   | 25         | -c:v libx264 -preset veryfast -x264-params open-gop=1:keyint=50:bframes=5:b-pyramid=normal | 1
          coarse.mov | 24         | -c:v libx264 -preset ultrafast -video_track_timescale 24 -output_ts_offset 0.0833 | 1
          cra.mp4    | 10         | -c:v libx265 -preset ultrafast -x265-params log-level=error:open-gop=1:keyint=40:bframes=8:b-adapt=0:rc-lookahead=20 -tag:v hvc1 | 1
          cra.mkv    | 24000/1001 | -c:v libx265 -preset ultrafast -x265-params log-level=error:open-gop=1:keyint=60:bframes=8:b-adapt=0:rc-lookahead=20 | 1
          alt.webm   | 30000/1001 | -c:v libvpx-vp9 -deadline good -cpu-used 8 -auto-alt-ref 1 -lag-in-frames 16 -g 70 | 1
          fast.mp4   | 120        | -c:v libx264 -preset ultrafast -g 333 -bf 2 | 2
          parts.mp4  | 25         | -c:v libx264 -preset ultrafast -g 40 -bf 2 -movflags frag_keyframe+empty_moov | 1
          motion.avi | 25         | -c:v mjpeg -q:v 3 -pix_fmt yuvj420p | 1
          plain.avi  | 30000/1001 | -c:v mpeg4 -q:v 3 -g 100 | 1
          late.avi   | 25         | -c:v mpeg4 -q:v 3 -g 77 -bf 2 | 1
          h264.avi   | 24         | -c:v libx264 -preset ultrafast -bf 2 -g 60 | 1
          dvcam.dv   | 25         | -s 720x576 -pix_fmt yuv420p -c:v dvvideo | 1
          media.wmv  | 25         | -c:v wmv2 -b:v 1M -g 60 | 1
          late.asf   | 30000/1001 | -c:v libx264 -preset veryfast -bf 3 -g 60 | 1
          h264.flv   | 30000/1001 | -c:v libx264 -preset veryfast -bf 3 -g 77 | 1
          late.flv   | 25         | -c:v libx264 -preset veryfast -bf 2 -x264-params open-gop=1:keyint=50 -output_ts_offset 5000 | 1
          sparse.flv | 25         | -c:v flv -q:v 3 -g 300 | 1
          h264.nut   | 24         | -c:v libx264 -preset veryfast -bf 3 -g 60 | 1
          vp8.ogg    | 25         | -c:v libvpx -deadline realtime -cpu-used 8 -g 70 | 1
          """)
  void areOneVideoFrameByFrame(String file, String rate, String options, int every)
      throws IOException {
    Path source =
        new Made(directory)
            .file(file, List.of(Numbered.picture(rate, 13)), options + " -threads 2");
    List<Integer> numbers = numbers(source);
    assertThat(numbers)
        .isEqualTo(IntStream.range(0, numbers.size()).mapToObj(i -> i * every).toList());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mpeg1.mpg  | 25         | -c:v mpeg1video -b:v 2M -bf 2 -g 40
          mpeg2.vob  | 25         | -c:v mpeg2video -b:v 2M -bf 2 -g 33
          dvd.vob    | 30000/1001 | -c:v mpeg2video -b:v 4M -bf 2 -g 15 -f dvd
          late.mpg   | 24000/1001 | -c:v mpeg2video -b:v 2M -bf 2 -g 24 -output_ts_offset 700 -f svcd
          """)
  void areOneVideoOfAProgramStreamFrameByFrame(String file, String rate, String options)
      throws IOException {
    areOneVideoFrameByFrame(file, rate, options, 1);
  }

  /** An edit list begins within a group of pictures: frames before it are decoded, not shown. */
  @Test
  void areOneVideoFromTheBeginningThatAnEditListNames() throws IOException {
    Made maker = new Made(directory);
    Path whole =
        maker.file(
            "whole.mp4",
            List.of(Numbered.picture("25", 14)),
            "-c:v libx265 -preset ultrafast -x265-params log-level=error:keyint=250:bframes=4 -tag:v hvc1");
    Path source = maker.cut(whole, "cut.mp4", "-ss 1.32");
    List<Integer> numbers = numbers(source);
    assertThat(numbers).isEqualTo(IntStream.range(33, 33 + numbers.size()).boxed().toList());
    assertThat(numbers.size()).isBetween(316, 318);
  }

  /** It is written last, so a recording that was broken off has none. */
  @Test
  void areOneVideoOfAnAviWithoutItsIndex() throws IOException {
    Path whole =
        new Made(directory)
            .file(
                "whole.avi",
                List.of(Numbered.picture("25", 14)),
                "-c:v mpeg4 -q:v 3 -g 77 -bf 2 -threads 2");
    byte[] bytes = Files.readAllBytes(whole);
    int index = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("idx1");
    Path source = Files.write(directory.resolve("cut.avi"), Arrays.copyOf(bytes, index));
    assertThat(numbers(source)).isEqualTo(IntStream.range(0, 350).boxed().toList());
  }

  /** Sources that cannot be sought; a key frame now and then, groups that are not closed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "h264.ts -c:v libx264 -preset ultrafast -bf 3 -g 90 -x264-params open-gop=1:scenecut=0",
        "h264-long.ts -c:v libx264 -preset ultrafast -bf 2 -g 300 -output_ts_offset 95000",
        "mpeg2.ts -c:v mpeg2video -b:v 2M -bf 2 -g 40",
        "mpeg4.avi -c:v mpeg4 -q:v 3 -g 100",
        "flash.flv -c:v flv -q:v 3 -g 50",
        "end-not-seen.flv -c:v libx264 -preset ultrafast -bf 2 -g 50"
      })
  void areOneVideoOfASourceWithoutAnIndex(String how) throws IOException {
    List<String> words = List.of(how.split(" "));
    Path source = directory.resolve(words.get(0));
    List<String> arguments = new ArrayList<>(List.of("-v", "error", "-f", "lavfi", "-i"));
    arguments.add(
        "testsrc2=s=320x240:r=25:d=26,eq=brightness=0.2*sin(2*n):contrast=0.5:eval=frame");
    arguments.addAll(List.of("-pix_fmt", "yuv420p"));
    arguments.addAll(words.subList(1, words.size()));
    arguments.add(source.toString());
    assertThat(Tools.ffmpeg(directory.toFile(), arguments.toArray(String[]::new)).stderr())
        .isEmpty();
    byte[] frames = brightness(source);
    Studio studio = new Studio(Studio.settings(Duration.ofSeconds(8)), directory);
    Plan plan = studio.plan(studio.inspect(source), Studio.QUICK);
    byte[] joined = brightness(studio.joined(join(studio, plan, source).get(0)));
    assertThat(joined).as("the last frame may be missing").hasSizeBetween(649, frames.length);
    for (int i = 0; i < joined.length; i++) {
      assertThat(joined[i] & 0xff).as("frame %d", i).isCloseTo(frames[i] & 0xff, within(10));
    }
  }

  /** Of each frame as a whole; no two neighbours are alike here. */
  private byte[] brightness(Path video) {
    return Tools.ffmpeg(
            directory.toFile(),
            "-v",
            "error",
            "-i",
            video.toString(),
            "-vf",
            "scale=1:1:flags=area,format=gray",
            "-fps_mode",
            "passthrough",
            "-f",
            "rawvideo",
            "-")
        .raw();
  }

  /** A screen that does not change for longer than a chunk lasts. */
  @Test
  void showTheFrameThatCameLongAgo() throws IOException {
    Path source =
        new Made(directory)
            .file(
                "screen.mp4",
                List.of(Numbered.picture("30", 24)),
                "-vf select='lt(n,20)+gt(n,650)' -fps_mode passthrough -c:v libx264 -preset ultrafast -g 300");
    assertThat(numbers(source))
        .isEqualTo(IntStream.range(0, 720).mapToObj(i -> i < 20 || i > 650 ? i : 19).toList());
  }

  /** Each chunk by an encoder of its own, decoded as one stream with the first one's beginning. */
  @ParameterizedTest
  @CsvSource({"HEVC, ultrafast, hvc1.1.6.L60.90", "AV1, 9, av01.0.00M.08"})
  void areOneVideoInEveryCodec(Codec codec, String preset, String name) throws IOException {
    Path source =
        new Made(directory)
            .file(
                "film.mp4",
                List.of(Numbered.picture("30000/1001", 13)),
                "-c:v libx264 -preset ultrafast -g 37 -bf 3");
    Studio studio = new Studio(Studio.settings(Duration.ofSeconds(4)), directory);
    Ladder ladder = Studio.quick(new CodecSet(codec, preset, 20, 1, null));
    Plan plan = studio.plan(studio.inspect(source), ladder);
    List<List<EncodedTrack>> second = join(studio, plan.encodeSecondSet(), source);
    List<List<EncodedTrack>> first = join(studio, plan.encodeVideo(), source);
    for (int i = 0; i < first.size(); i++) {
      assertThat(times(second.get(i))).isEqualTo(times(first.get(i)));
    }
    assertThat(Numbered.read(studio.joined(second.get(0))))
        .isEqualTo(Numbered.read(studio.joined(first.get(0))));
    assertThat(second.get(0)).extracting(EncodedTrack::codec).containsOnly(name);
  }

  /** Number, beginning and length of each segment. */
  private static List<String> times(List<EncodedTrack> parts) {
    return parts.stream()
        .flatMap(part -> part.segments().stream())
        .map(each -> "%d: %d+%d".formatted(each.number(), each.start(), each.duration()))
        .toList();
  }

  private List<Integer> numbers(Path source) throws IOException {
    Studio studio = new Studio(Studio.settings(Duration.ofSeconds(4)), directory);
    Plan plan = studio.plan(studio.inspect(source), Studio.QUICK);
    return Numbered.read(studio.joined(join(studio, plan, source).get(0)));
  }

  /** What the renditions' chunks are, from the largest to the smallest. */
  private static List<List<EncodedTrack>> join(Studio studio, Plan plan, Path source)
      throws IOException {
    studio.remux(plan, source);
    return join(studio, plan.encodeVideo(), source);
  }

  private static List<List<EncodedTrack>> join(
      Studio studio, List<EncodeVideo> planned, Path source) throws IOException {
    assertThat(planned).hasSizeGreaterThan(1);
    List<List<EncodedTrack>> chunks = new ArrayList<>();
    for (EncodeVideo chunk : planned) {
      chunks.add(studio.encode(chunk, source));
    }
    EncodeVideo last = planned.get(planned.size() - 1);
    List<List<EncodedTrack>> renditions = new ArrayList<>();
    for (int i = 0; i < last.renditions().size(); i++) {
      int place = i;
      renditions.add(chunks.stream().map(tracks -> tracks.get(place)).toList());
      check(studio, last, renditions.get(i));
    }
    return renditions;
  }

  private static void check(Studio studio, EncodeVideo last, List<EncodedTrack> parts)
      throws IOException {
    byte[] first = Studio.init(parts.get(0));
    int number = 0;
    long next = 0;
    for (EncodedTrack part : parts) {
      assertThat(Studio.init(part)).isEqualTo(first);
      for (EncodedSegment segment : part.segments()) {
        assertThat(segment.number()).isEqualTo(number++);
        assertThat(segment.start()).isEqualTo(next);
        next += segment.duration();
      }
    }
    OutputProbe output = OutputProbe.of(studio.joined(parts), "0");
    if (last.exactLength()) {
      assertThat(output.packets())
          .hasSize((int) (last.chunk().firstFrame() + last.chunk().frames()));
    }
    assertThat(next).isEqualTo(output.packets().size() * (long) last.rate().frameTicks());
  }
}
