package aln.media.plan;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.FrameRate;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideTasksTest {

  @Test
  void beginAfterTheRenditionsAndHoldBackNothing() {
    assertThat(SideTasks.of(plan(rendition(1280, 720), rendition(640, 360))))
        .hasSize(5)
        .allSatisfy(
            task -> {
              assertThat(task.required()).isFalse();
              assertThat(task.weight()).isZero();
              assertThat(task.after()).isEqualTo(PlannedTask.AFTER_RENDITIONS);
            })
        .extracting(PlannedTask::kind)
        .containsExactly(
            "make-thumbnails", "make-preview", "make-storyboard", "make-download", "make-download");
  }

  @Test
  void areOfPicturesOnly() {
    assertThat(SideTasks.of(new Plan(1, 1, List.of(), List.of(), List.of(), List.of(), null, null)))
        .isEmpty();
  }

  @Test
  void lookAtTheSmallestRenditionThatServes() {
    Plan plan =
        plan(
            rendition(1920, 1080),
            rendition(1280, 720),
            rendition(854, 480),
            rendition(640, 360),
            rendition(426, 240));
    assertThat(thumbnails(plan).reel().rendition().height()).isEqualTo(720);
    assertThat(preview(plan)).returns(854, MakePreview::width).returns(480, MakePreview::height);
    assertThat(storyboard(plan).reel().rendition().height()).isEqualTo(360);
    assertThat(storyboard(plan))
        .returns(160, MakeStoryboard::tileWidth)
        .returns(90, MakeStoryboard::tileHeight);
  }

  @Test
  void keepPortraitUpright() {
    Plan plan = plan(rendition(1080, 1920), rendition(360, 640));
    assertThat(thumbnails(plan).reel().rendition().width()).isEqualTo(360);
    assertThat(preview(plan)).returns(360, MakePreview::width).returns(640, MakePreview::height);
    assertThat(storyboard(plan))
        .returns(90, MakeStoryboard::tileWidth)
        .returns(160, MakeStoryboard::tileHeight);
  }

  @Test
  void shrinkThePreviewWhereEveryRenditionIsLarge() {
    assertThat(preview(plan(rendition(1920, 1080))))
        .returns(854, MakePreview::width)
        .returns(480, MakePreview::height);
  }

  @Test
  void takeAMomentAtOnce() {
    PlannedTask task = SideTasks.moment(plan(rendition(640, 360)), 3, 12_500_000);
    assertThat(task.ordinal()).isEqualTo(3);
    assertThat(task.required()).isFalse();
    assertThat(task.after()).isNull();
    assertThat(((MakeThumbnails) task.spec()).atMicros()).isEqualTo(12_500_000L);
  }

  @Test
  void comeBackFromTheirRowsAsTheyWere() throws Exception {
    ObjectMapper json = new ObjectMapper();
    for (PlannedTask task : SideTasks.of(plan(rendition(640, 360))).toList()) {
      String row = json.writeValueAsString(task.spec());
      assertThat(json.readValue(row, task.spec().getClass())).isEqualTo(task.spec());
    }
  }

  @Test
  void knowHowMuchTheyBringToTheDisk() {
    Reel reel = thumbnails(plan(rendition(640, 360))).reel();
    assertThat(reel.bytes(12)).isBetween(12 * 4 * 100_000L, 12 * 4 * 300_000L);
  }

  private static MakeThumbnails thumbnails(Plan plan) {
    return (MakeThumbnails) SideTasks.of(plan).toList().get(0).spec();
  }

  @Test
  void chunksOfASecondSetWaitForTheFirstAndAreDueTogether() {
    Plan plan = plan(rendition(640, 360));
    Plan both =
        new Plan(
            plan.durationMicros(),
            plan.segmentMicros(),
            plan.video(),
            plan.audio(),
            plan.encodeVideo(),
            plan.encodeAudio(),
            null,
            null,
            plan.encodeVideo());
    assertThat(SideTasks.of(both).filter(task -> task.kind().equals("encode-second-set")))
        .containsExactly(
            new PlannedTask(
                "encode-second-set",
                0,
                false,
                0,
                0,
                plan.encodeVideo().get(0),
                PlannedTask.AFTER_RENDITIONS));
    assertThat(SideTasks.of(plan)).noneMatch(task -> task.kind().equals("encode-second-set"));
  }

  private static MakePreview preview(Plan plan) {
    return (MakePreview) SideTasks.of(plan).toList().get(1).spec();
  }

  private static MakeStoryboard storyboard(Plan plan) {
    return (MakeStoryboard) SideTasks.of(plan).toList().get(2).spec();
  }

  private static VideoRendition rendition(int width, int height) {
    return new VideoRendition(
        Math.min(width, height) + "p",
        width,
        height,
        FrameRate.of(24, 1),
        "avc1.64001e",
        30,
        800_000,
        1_200_000);
  }

  private static Plan plan(VideoRendition... renditions) {
    var picture =
        new Picture(
            0,
            1920,
            1080,
            0,
            0,
            1,
            false,
            false,
            Picture.Range.STANDARD,
            false,
            false,
            1000,
            Picture.Colours.BT709,
            0);
    var chunk =
        new EncodeVideo(
            picture,
            FrameRate.of(24, 1),
            96,
            "veryfast",
            23,
            new VideoChunk(0, 0, 960, 0, true, Access.BEGINNING),
            true,
            List.of(renditions));
    return new Plan(
        40_000_000,
        4_000_000,
        List.of(renditions),
        List.of(),
        List.of(chunk),
        List.of(),
        null,
        null);
  }
}
