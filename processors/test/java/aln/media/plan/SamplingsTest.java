package aln.media.plan;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.FrameRate;
import aln.media.Studio;
import aln.media.probe.Inspection;
import aln.media.probe.VideoStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SamplingsTest {

  private static final Ladder STANDARD = Ladders.named("standard");

  private final Renditions renditions = new Renditions(Studio.SETTINGS);
  private final Samplings samplings = new Samplings(renditions);

  @Test
  void takeSamplesFromAllOverTheFilm() {
    Sampling sampling = samplings.plan(source(1280, 720, 60, null, true), STANDARD);
    assertThat(sampling.placesMicros()).containsExactly(10_000_000L, 30_000_000L, 50_000_000L);
    assertThat(sampling.candidates()).extracting(VideoRendition::name).startsWith("720p");
    assertThat(sampling.quality())
        .isBetween(STANDARD.perTitle().best(), STANDARD.perTitle().worst());
  }

  @Test
  void takeNoLongerForALargerFilm() {
    Sampling small = samplings.plan(source(1280, 720, 60, null, true), STANDARD);
    Sampling large = samplings.plan(source(1920, 1080, 7200, null, true), STANDARD);
    assertThat(large.frames()).isLessThan(small.frames());
    assertThat(pixels(large)).isLessThanOrEqualTo(STANDARD.perTitle().megapixels() * 1e6);
    assertThat(samplings.plan(source(7680, 4320, 60, null, true), STANDARD)).isNull();
  }

  @Test
  void areNotTakenWhereTheySayLittleOrTakeTooLong() {
    assertThat(samplings.plan(source(1280, 720, 60, null, true), Ladders.named("fast"))).isNull();
    assertThat(samplings.plan(source(1280, 720, 2, null, true), STANDARD)).isNull();
    assertThat(samplings.plan(source(1280, 720, 60, null, false), STANDARD)).isNull();
    assertThat(samplings.plan(source(1280, 720, 60, "smpte2084", true), STANDARD)).isNull();
  }

  @Test
  void giveEachFilmItsOwnLadder() {
    Inspection source = source(1280, 720, 60, null, true);
    TitleFit fit =
        new TitleFit(
            List.of(
                new TitleFit.Rung("720p", 24, 0.98, 900_000, 0.9, 27, 640_000, 1_920_400, null),
                new TitleFit.Rung("480p", 24, 0.98, 800_000, 0.9, 27, 600_000, 900_000, "little")));
    Plan plan = renditions.fitted(source, STANDARD, fit);
    assertThat(plan.video()).extracting(VideoRendition::name).containsExactly("720p", "360p");
    EncodeVideo spec = plan.encodeVideo().get(0);
    assertThat(spec.renditions()).isEqualTo(plan.video());
    assertThat(spec.quality(plan.video().get(0))).isEqualTo(27);
    assertThat(plan.video().get(0).bitRate()).isEqualTo(1_920_000);
    assertThat(plan.video().get(0).bufferBits()).isEqualTo(2_880_000);
    assertThat(spec.quality(plan.video().get(1))).isEqualTo(STANDARD.quality());
  }

  private static double pixels(Sampling sampling) {
    double each = sampling.candidates().stream().mapToDouble(VideoRendition::pixels).sum();
    return each * sampling.frames() * sampling.placesMicros().size();
  }

  private static Inspection source(
      int width, int height, int seconds, @Nullable String transfer, boolean exact) {
    long micros = seconds * 1_000_000L;
    VideoStream video =
        new VideoStream(
            0,
            "h264",
            width,
            height,
            width,
            height,
            0,
            FrameRate.of(24, 1),
            false,
            "yuv420p",
            8,
            false,
            null,
            transfer,
            null,
            0,
            false,
            0,
            0,
            micros);
    return new Inspection(
        Inspection.Kind.VIDEO, "mov,mp4", 1, 0, micros, exact, video, List.of(), List.of());
  }
}
