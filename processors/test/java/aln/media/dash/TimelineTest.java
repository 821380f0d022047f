package aln.media.dash;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.dash.Timeline.Stretch;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final Timeline FILM =
      new Timeline(30_000, List.of(new Stretch(120_120, 3), new Stretch(30_030, 1)));

  @Test
  void endsWithItsLastSegment() {
    assertThat(FILM.endMicros()).isEqualTo(13_013_000);
    assertThat(FILM.longestMicros()).isEqualTo(4_004_000);
    assertThat(new Timeline(30_000, List.of()).endMicros()).isZero();
  }

  @Test
  void keepsWhatBeginsBeforeATime() {
    assertThat(FILM.before(4_004_000).stretches()).containsExactly(new Stretch(120_120, 1));
    assertThat(FILM.before(4_004_100).stretches()).containsExactly(new Stretch(120_120, 2));
    assertThat(FILM.before(12_012_100)).isEqualTo(FILM);
    assertThat(FILM.before(0).stretches()).isEmpty();
  }

  /**
   * As every segment of one rendition ends where another begins, whatever microseconds make of it.
   */
  @Property
  void takesExactlyTheSegmentsThatAnotherRenditionHas(
      @ForAll @IntRange(min = 1, max = 5000) int segments,
      @ForAll @IntRange(min = 1000, max = 120_000) int timescale,
      @ForAll @IntRange(min = 200, max = 600_000) int duration) {
    Timeline shorter = new Timeline(timescale, List.of(new Stretch(duration, segments)));
    Timeline longer = new Timeline(timescale, List.of(new Stretch(duration, segments + 7)));
    assertThat(longer.before(shorter.endMicros())).isEqualTo(shorter);
  }
}
