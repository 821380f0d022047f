package aln.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aln.media.encode.EncodedSegment;
import aln.media.encode.EncodedTrack;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Plan;
import aln.media.plan.VideoRendition;
import aln.media.probe.Inspection;
import aln.media.probe.VideoStream;
import aln.testing.TestMedia;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every clip of {@code ALN_TEST_MEDIA} becomes what the table says: {@code every-clip.txt} has a
 * line for each, with the facts of the whole ladder. Then it goes the whole way, in two small sizes
 * that are made quickly.
 */
class EveryClipIT {

  /** Of a longer video only the first two chunks are made; EverySourceIT makes all of it. */
  private static final long LONG = 30_000_000;

  private static final Path TABLE = Path.of("processors/test/resources/aln/media/every-clip.txt");

  @TempDir Path directory;

  @Test
  void theTableNamesEachClip() throws IOException {
    assertThat(TestMedia.folder("video").stream().map(File::getName))
        .containsExactlyElementsOf(expectations().stream().map(SourceFacts::file).toList());
  }

  @TestFactory
  Stream<DynamicTest> comesOutAsTheTableSays() throws IOException {
    String only = System.getProperty("aln.test.file", "");
    return expectations().stream()
        .filter(expected -> expected.file().contains(only))
        .map(expected -> DynamicTest.dynamicTest(expected.file(), () -> isMadeOf(expected)));
  }

  @TestFactory
  Stream<DynamicTest> malformedFilesEndInARefusalOrInAConsistentResult() {
    return TestMedia.folder("malformed").stream()
        .map(file -> DynamicTest.dynamicTest(file.getName(), () -> isRefusedOrConsistent(file)));
  }

  private static List<SourceFacts> expectations() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.contains("|") && !line.startsWith("#"))
        .map(SourceFacts::parse)
        .toList();
  }

  private void isMadeOf(SourceFacts expected) throws IOException {
    Path source = TestMedia.file("video/" + expected.file()).toPath().toAbsolutePath();
    Studio studio = new Studio(Studio.SETTINGS, directory);
    Inspection inspection = studio.inspect(source);
    assertThat(SourceFacts.of(expected.file(), inspection, studio.plan(inspection)))
        .hasToString(expected.toString());
    boolean part = inspection.durationMicros() > LONG;
    Duration chunk = part ? Duration.ofSeconds(8) : Duration.ofMinutes(4);
    makes(new Studio(Studio.settings(chunk), directory), source, inspection, part);
  }

  private void isRefusedOrConsistent(File file) throws IOException {
    Path source = file.toPath().toAbsolutePath();
    Studio studio = new Studio(Studio.SETTINGS, directory);
    try {
      makes(studio, source, studio.inspect(source), false);
    } catch (MediaRefused refusal) {
      assertThat(refusal.code()).matches("[a-z]+(-[a-z]+)*");
      assertThat(refusal.getMessage()).containsIgnoringCase("upload").endsWith(".");
    }
  }

  private static void makes(Studio studio, Path source, Inspection inspection, boolean part)
      throws IOException {
    Plan plan = studio.plan(inspection, Studio.QUICK);
    VideoStream video = inspection.video();
    if (video != null) {
      List<EncodeVideo> chunks = part ? plan.encodeVideo().subList(0, 2) : plan.encodeVideo();
      List<List<EncodedTrack>> encoded = new ArrayList<>();
      for (EncodeVideo chunk : chunks) {
        encoded.add(studio.encode(chunk, source));
      }
      hasPicture(studio, source, plan, video, encoded, part);
      assertThat(studio.poster(plan.poster(), source)).isNotEmptyFile();
    }
    for (EncodeAudio track : plan.encodeAudio()) {
      hasSound(studio, track, studio.encode(track, source));
    }
  }

  private static void hasPicture(
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
      if (video.interlaced()) {
        assertThat(Tools.interlaced(joined)).isLessThan(0.05);
      }
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

  private static void hasSound(Studio studio, EncodeAudio spec, List<EncodedTrack> tracks)
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
