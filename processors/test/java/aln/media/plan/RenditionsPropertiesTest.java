package aln.media.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aln.media.FrameRate;
import aln.media.Studio;
import aln.media.probe.Inspection;
import aln.media.probe.VideoStream;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RenditionsPropertiesTest {

  private static final Ladder LADDER = Ladders.named("standard");

  @Property
  void isNeverLargerThanTheSourceEvenAndOfItsShape(
      @ForAll @DoubleRange(min = 16, max = 8000) double width,
      @ForAll @DoubleRange(min = 16, max = 8000) double height) {
    Plan plan = plan(width, height, FrameRate.of(25, 1), 60_000_000, Duration.ofMinutes(4));
    assertThat(plan.video()).isNotEmpty();
    for (VideoRendition rendition : plan.video()) {
      assertThat(rendition.width()).isEven().isLessThanOrEqualTo((int) Math.ceil(width));
      assertThat(rendition.height()).isEven().isLessThanOrEqualTo((int) Math.ceil(height));
      double expected =
          rendition.width() < rendition.height()
              ? rendition.width() * height / width
              : rendition.height() * width / height;
      double got = Math.max(rendition.width(), rendition.height());
      assertThat(got).isCloseTo(expected, within(2 + 2 * Math.max(width / height, height / width)));
    }
  }

  @Property
  void descendsWithoutRepetitionFromAtMost1080(
      @ForAll @IntRange(min = 16, max = 5000) int width,
      @ForAll @IntRange(min = 16, max = 5000) int height) {
    List<Integer> sides =
        plan(width, height, FrameRate.of(30, 1), 60_000_000, Duration.ofMinutes(4)).video().stream()
            .map(rendition -> Math.min(rendition.width(), rendition.height()))
            .toList();
    assertThat(sides.get(0)).isLessThanOrEqualTo(1080);
    for (int i = 1; i < sides.size(); i++) {
      assertThat(sides.get(i)).isLessThan(sides.get(i - 1)).isIn(720, 480, 360);
    }
  }

  @Property
  void cutsTheVideoIntoChunksOfWholeSegmentsWithoutAGap(
      @ForAll("rates") FrameRate rate,
      @ForAll @LongRange(min = 100_000, max = 20_000_000_000L) long micros,
      @ForAll @IntRange(min = 4, max = 600) int chunkSeconds) {
    Plan plan = plan(1920, 1080, rate, micros, Duration.ofSeconds(chunkSeconds));
    long next = 0;
    for (EncodeVideo spec : plan.encodeVideo()) {
      VideoChunk chunk = spec.chunk();
      assertThat(chunk.firstFrame()).isEqualTo(next);
      assertThat(chunk.firstFrame()).isEqualTo((long) chunk.firstSegment() * spec.segmentFrames());
      assertThat(chunk.frames()).isPositive();
      if (!chunk.last()) {
        assertThat(chunk.frames() % spec.segmentFrames()).isZero();
      }
      next += chunk.frames();
    }
    EncodeVideo last = plan.encodeVideo().get(plan.encodeVideo().size() - 1);
    assertThat(last.chunk().last()).isTrue();
    assertThat(plan.encodeVideo().stream().filter(spec -> spec.chunk().last())).hasSize(1);
    assertThat(next).isEqualTo(Math.max(1, last.rate().frames(micros)));
    assertThat(last.rate().micros(next)).isCloseTo(micros, within(last.rate().micros(1)));
  }

  @Property
  void sharesOneFrameRateThatIsNeverAbove60(@ForAll("rates") FrameRate rate) {
    Plan plan = plan(1920, 1080, rate, 30_000_000, Duration.ofMinutes(4));
    assertThat(plan.video())
        .extracting(VideoRendition::rate)
        .containsOnly(plan.encodeVideo().get(0).rate());
    assertThat(plan.video().get(0).rate().perSecond()).isLessThanOrEqualTo(60.5);
    int segment = plan.encodeVideo().get(0).segmentFrames();
    assertThat(plan.video().get(0).rate().micros(segment) / 1e6).isCloseTo(4, within(0.5));
  }

  @Provide
  Arbitrary<FrameRate> rates() {
    return Arbitraries.of(
        FrameRate.of(1, 1),
        FrameRate.of(10, 1),
        FrameRate.of(24_000, 1001),
        FrameRate.of(25, 1),
        FrameRate.of(30_000, 1001),
        FrameRate.of(60_000, 1001),
        FrameRate.of(120, 1),
        FrameRate.of(240_000, 1001),
        FrameRate.of(17_352, 1000));
  }

  private static Plan plan(
      double width, double height, FrameRate rate, long micros, Duration chunkLength) {
    VideoStream video =
        new VideoStream(
            0,
            "h264",
            (int) width,
            (int) height,
            width,
            height,
            0,
            rate,
            false,
            "yuv420p",
            8,
            false,
            null,
            null,
            null,
            0,
            false,
            0,
            0,
            micros);
    Inspection source =
        new Inspection(
            Inspection.Kind.VIDEO, "mov,mp4", 1, 0, micros, true, video, List.of(), List.of());
    return new Renditions(Studio.settings(chunkLength)).plan(source, LADDER);
  }
}
