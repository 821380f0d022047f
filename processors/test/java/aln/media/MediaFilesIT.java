package aln.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aln.media.encode.EncodedSegment;
import aln.media.encode.EncodedTrack;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Plan;
import aln.media.plan.VideoRendition;
import aln.media.probe.Inspection;
import aln.media.probe.VideoStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every clip of {@code ALN_TEST_MEDIA} goes the whole way: what comes out is what was promised. */
class MediaFilesIT {

  /** Of a longer video only the first two chunks are made. */
  private static final long LONG = 70_000_000;

  @TempDir Path directory;

  static Stream<String> videos() {
    return files("video");
  }

  static Stream<String> malformed() {
    return files("malformed");
  }

  private static Stream<String> files(String folder) {
    String only = System.getProperty("aln.test.file", "");
    String[] names = Tools.clips().map(clips -> clips.resolve(folder).toFile().list()).orElse(null);
    return names == null || Stream.of(names).noneMatch(name -> name.contains(only))
        ? Stream.of("none")
        : Stream.of(names).sorted().filter(name -> name.contains(only)).map(n -> folder + "/" + n);
  }

  private static Path clip(String file) {
    assumeTrue(!file.equals("none"), "ALN_TEST_MEDIA names no folder of clips");
    return Tools.clips().orElseThrow().resolve(file).toAbsolutePath();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("videos")
  void playsAsItWas(String file) throws IOException {
    Path source = clip(file);
    Inspection inspection = new Studio(Studio.SETTINGS, directory).inspect(source);
    boolean part = inspection.durationMicros() > LONG;
    Duration chunk = part ? Duration.ofSeconds(8) : Duration.ofMinutes(4);
    check(new Studio(Studio.settings(chunk), directory), source, inspection, part);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void endsInARefusalOrInAConsistentResult(String file) throws IOException {
    Path source = clip(file);
    Studio studio = new Studio(Studio.SETTINGS, directory);
    try {
      check(studio, source, studio.inspect(source), false);
    } catch (MediaRefused refusal) {
      assertThat(refusal.code()).matches("[a-z]+(-[a-z]+)*");
      assertThat(refusal.getMessage()).containsIgnoringCase("upload").endsWith(".");
    }
  }

  private static void check(Studio studio, Path source, Inspection inspection, boolean part)
      throws IOException {
    Plan plan = studio.plan(inspection);
    VideoStream video = inspection.video();
    if (video != null) {
      List<EncodeVideo> chunks = part ? plan.encodeVideo().subList(0, 2) : plan.encodeVideo();
      List<List<EncodedTrack>> encoded = new ArrayList<>();
      for (EncodeVideo chunk : chunks) {
        encoded.add(studio.encode(chunk, source));
      }
      checkPicture(studio, source, plan, video, encoded, part);
      assertThat(studio.poster(plan.poster(), source)).isNotEmptyFile();
    }
    for (EncodeAudio track : plan.encodeAudio()) {
      checkSound(studio, track, studio.encode(track, source));
    }
  }

  private static void checkPicture(
      Studio studio,
      Path source,
      Plan plan,
      VideoStream video,
      List<List<EncodedTrack>> chunks,
      boolean part)
      throws IOException {
    OutputProbe original = OutputProbe.of(source, Integer.toString(video.index()));
    for (int i = 0; i < plan.video().size(); i++) {
      VideoRendition rendition = plan.video().get(i);
      int place = i;
      List<EncodedTrack> parts = chunks.stream().map(tracks -> tracks.get(place)).toList();
      assertThat(boundaries(parts))
          .isEqualTo(boundaries(chunks.stream().map(t -> t.get(0)).toList()));
      Path joined = studio.joined(parts);
      OutputProbe output = OutputProbe.of(joined, "0");
      assertThat(OutputProbe.codec(joined)).isEqualTo(rendition.codec());
      looksRight(output, rendition, video);
      if (!part) {
        lastsAsLong(output, original, video);
      }
    }
  }

  private static void looksRight(OutputProbe output, VideoRendition rendition, VideoStream video) {
    assertThat(output.begin()).isZero();
    assertThat(output.number("width")).isEqualTo(rendition.width()).isEven();
    assertThat(output.number("height")).isEqualTo(rendition.height()).isEven();
    double shape = (double) rendition.width() / rendition.height();
    double tolerance = shape * 2.0 / Math.min(rendition.width(), rendition.height());
    assertThat(shape).isCloseTo(video.width() / video.height(), within(tolerance));
    assertThat(output.text("sample_aspect_ratio")).isEqualTo("1:1");
    assertThat(output.text("pix_fmt")).isEqualTo("yuv420p");
    assertThat(output.text("color_range")).isEqualTo("tv");
    assertThat(output.text("color_transfer")).isIn("bt709", "smpte170m");
    assertThat(output.stream().toString()).doesNotContain("rotation");
    assertThat(output.text("avg_frame_rate")).isEqualTo(rendition.rate().toString());
  }

  private static void lastsAsLong(OutputProbe output, OutputProbe original, VideoStream video) {
    double frame = 1 / Math.min(60, video.rate().perSecond());
    double shown = original.lastBegin() - video.startMicros() / 1e6;
    assertThat(output.lastBegin()).isCloseTo(shown, within(frame + 0.002));
  }

  private static void checkSound(Studio studio, EncodeAudio spec, List<EncodedTrack> tracks)
      throws IOException {
    OutputProbe output = OutputProbe.of(studio.joined(tracks), "0");
    assertThat(output.begin()).isBetween(-0.022, 0.0);
    assertThat(output.text("codec_name")).isEqualTo("aac");
    assertThat(output.number("sample_rate")).isEqualTo(48_000);
    assertThat(output.number("channels")).isEqualTo(spec.rendition().channels());
    double length = output.packets().size() * 1024 / 48_000.0;
    assertThat(length).isCloseTo(spec.durationMicros() / 1e6, within(0.15));
  }

  private static List<Long> boundaries(List<EncodedTrack> parts) {
    return parts.stream()
        .flatMap(part -> part.segments().stream())
        .map(EncodedSegment::start)
        .toList();
  }
}
