package aln.media;

import static org.assertj.core.api.Assertions.assertThat;
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

  private void join(Path source) throws IOException {
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
