package aln.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aln.media.encode.EncodedSegment;
import aln.media.encode.EncodedTrack;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
        "funicular_vp8_480p_sar.webm"
      })
  void areOneVideo(String name) throws IOException {
    assumeTrue(Tools.clips().isPresent(), "ALN_TEST_MEDIA names no folder of clips");
    join(Tools.clips().orElseThrow().resolve("video").resolve(name).toAbsolutePath());
  }

  @Test
  void areOneVideoOfAnyRate() throws IOException {
    Path source = directory.resolve("source.mkv");
    Tools.ffmpeg(
        directory.toFile(),
        "-f",
        "lavfi",
        "-i",
        "testsrc2=s=320x240:r=60000/1001:d=14",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-output_ts_offset",
        "0.5",
        "-g",
        "50",
        source.toString());
    join(source);
  }

  /** Sources that cannot be sought; a key frame now and then, groups that are not closed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "h264.ts -c:v libx264 -preset ultrafast -bf 3 -g 90 -x264-params open-gop=1:scenecut=0",
        "h264-long.ts -c:v libx264 -preset ultrafast -bf 2 -g 300 -output_ts_offset 95000",
        "mpeg2.ts -c:v mpeg2video -b:v 2M -bf 2 -g 40",
        "mpeg4.avi -c:v mpeg4 -q:v 3 -g 100",
        "no-index.avi -c:v mpeg4 -q:v 3 -g 100 -write_index 0",
        "flash.flv -c:v flv -q:v 3 -g 50"
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
    byte[] joined = brightness(join(source));
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

  /** Answers the largest rendition. */
  private Path join(Path source) throws IOException {
    Studio studio = new Studio(Studio.settings(Duration.ofSeconds(8)), directory);
    Plan plan = studio.plan(studio.inspect(source));
    assertThat(plan.encodeVideo()).hasSizeGreaterThan(1);
    List<List<EncodedTrack>> chunks = new ArrayList<>();
    for (EncodeVideo chunk : plan.encodeVideo()) {
      chunks.add(studio.encode(chunk, source));
    }
    for (int i = 0; i < plan.video().size(); i++) {
      int place = i;
      check(studio, plan, chunks.stream().map(tracks -> tracks.get(place)).toList());
    }
    return studio.joined(chunks.stream().map(tracks -> tracks.get(0)).toList());
  }

  private static void check(Studio studio, Plan plan, List<EncodedTrack> parts) throws IOException {
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
    EncodeVideo last = plan.encodeVideo().get(plan.encodeVideo().size() - 1);
    OutputProbe output = OutputProbe.of(studio.joined(parts), "0");
    assertThat(output.packets()).hasSize((int) (last.chunk().firstFrame() + last.chunk().frames()));
    assertThat(next).isEqualTo(output.packets().size() * (long) last.rate().frameTicks());
  }
}
