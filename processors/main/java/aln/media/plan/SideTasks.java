package aln.media.plan;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is made beside the renditions, from their committed segments: it begins when they are there
 * and holds back nothing.
 */
public final class SideTasks {

  /** Pixels of the short side, at most, of what a poster is taken from. */
  private static final int POSTER = 720;

  /** Of what is shown in lists. */
  private static final int SMALL = 480;

  /** Of what only tiles are taken from. */
  private static final int SMALLEST = 360;

  /** Pixels of a tile's long side. */
  private static final int TILE = 160;

  private SideTasks() {}

  static Stream<PlannedTask> of(Plan plan) {
    return Stream.of(pictures(plan), downloads(plan), secondSet(plan)).flatMap(tasks -> tasks);
  }

  private static Stream<PlannedTask> pictures(Plan plan) {
    if (plan.video().isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        PlannedTask.afterRenditions(PlannedTask.MAKE_THUMBNAILS, 0, thumbnails(plan)),
        PlannedTask.afterRenditions(PlannedTask.MAKE_PREVIEW, 0, preview(plan)),
        PlannedTask.afterRenditions(PlannedTask.MAKE_STORYBOARD, 0, storyboard(plan)));
  }

  /** Every picture with the default sound; of sound alone the default track. */
  private static Stream<PlannedTask> downloads(Plan plan) {
    long duration = plan.durationMicros();
    AudioRendition sound = plan.audio().isEmpty() ? null : plan.audio().get(0);
    List<MakeDownload> files =
        plan.video().isEmpty()
            ? Stream.ofNullable(sound)
                .map(track -> new MakeDownload(null, track, duration))
                .toList()
            : plan.video().stream().map(size -> new MakeDownload(size, sound, duration)).toList();
    return IntStream.range(0, files.size())
        .mapToObj(i -> PlannedTask.afterRenditions(PlannedTask.MAKE_DOWNLOAD, i, files.get(i)));
  }

  /** One film after the other, since half a set of two is of no use: all due with their job. */
  private static Stream<PlannedTask> secondSet(Plan plan) {
    return plan.encodeSecondSet().stream()
        .map(
            spec ->
                PlannedTask.afterRenditions(
                    PlannedTask.ENCODE_SECOND_SET, spec.chunk().index(), spec));
  }

  /**
   * A still of one moment of a video that is complete.
   *
   * @param ordinal from 1; 0 are the ones that the plan asks for
   * @param atMicros from the first frame
   * @throws IllegalArgumentException for a plan without a picture
   */
  public static PlannedTask moment(Plan plan, int ordinal, long atMicros) {
    if (plan.video().isEmpty()) {
      throw new IllegalArgumentException("There is nothing to see in this plan");
    }
    return new PlannedTask(
        PlannedTask.MAKE_THUMBNAILS,
        ordinal,
        false,
        0,
        new MakeThumbnails(reel(plan, POSTER), atMicros));
  }

  private static MakeThumbnails thumbnails(Plan plan) {
    return new MakeThumbnails(reel(plan, POSTER), null);
  }

  private static MakePreview preview(Plan plan) {
    Reel reel = reel(plan, SMALL);
    VideoRendition rendition = reel.rendition();
    int shortSide = Math.min(rendition.width(), rendition.height());
    double scale = Math.min(1, (double) SMALL / shortSide);
    return new MakePreview(reel, even(rendition.width(), scale), even(rendition.height(), scale));
  }

  private static MakeStoryboard storyboard(Plan plan) {
    Reel reel = reel(plan, SMALLEST);
    VideoRendition rendition = reel.rendition();
    double scale = (double) TILE / Math.max(rendition.width(), rendition.height());
    return new MakeStoryboard(
        reel, even(rendition.width(), scale), even(rendition.height(), scale));
  }

  private static Reel reel(Plan plan, int shortSide) {
    EncodeVideo first = plan.encodeVideo().get(0);
    return Reel.upTo(shortSide, first.renditions(), first.segmentFrames());
  }

  private static int even(int pixels, double scale) {
    return Math.max(2, 2 * (int) Math.round(pixels * scale / 2));
  }
}
