package aln.media.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How many segments each chunk of a video has. */
class ChunksTest {

  private static final int SEGMENT = 96;

  @Test
  void beginsWithOneSegmentHoweverShortTheVideo() {
    assertThat(segments(1)).containsExactly(1L);
    assertThat(segments(2)).containsExactly(1L, 1L);
    assertThat(segments(3)).containsExactly(1L, 2L);
    assertThat(segments(5)).containsExactly(1L, 2L, 2L);
  }

  @Test
  void doublesAndGetsShorterTowardsTheEnd() {
    assertThat(segments(15)).containsExactly(1L, 2L, 4L, 4L, 2L, 2L);
    assertThat(segments(90)).containsExactly(1L, 2L, 4L, 8L, 15L, 15L, 15L, 15L, 8L, 4L, 3L);
  }

  @Test
  void joinsWhatIsLessThanASegmentToTheLastChunk() {
    assertThat(new Chunks(2 * SEGMENT + 5, SEGMENT, 15 * SEGMENT, Access.INDEX).list())
        .containsExactly(
            new VideoChunk(0, 0, SEGMENT, 0, false, Access.BEGINNING),
            new VideoChunk(1, SEGMENT, SEGMENT + 5, 1, true, Access.INDEX));
    assertThat(new Chunks(SEGMENT - 1, SEGMENT, 15 * SEGMENT, Access.INDEX).list())
        .containsExactly(new VideoChunk(0, 0, SEGMENT - 1, 0, true, Access.BEGINNING));
  }

  @Test
  void hasAtLeastASegmentInEachChunk() {
    assertThat(new Chunks(3 * SEGMENT, SEGMENT, 1, Access.TIMES).list()).hasSize(3);
  }

  @Test
  void readsASourceFromItsBeginningNotMoreThanTwice() {
    assertThat(new Chunks(90 * SEGMENT + 7, SEGMENT, 15 * SEGMENT, Access.BEGINNING).list())
        .containsExactly(
            new VideoChunk(0, 0, SEGMENT, 0, false, Access.BEGINNING),
            new VideoChunk(1, SEGMENT, 89 * SEGMENT + 7, 1, true, Access.BEGINNING));
  }

  private static List<Long> segments(int segments) {
    return new Chunks((long) segments * SEGMENT, SEGMENT, 15 * SEGMENT, Access.INDEX)
        .list().stream().map(chunk -> chunk.frames() / SEGMENT).toList();
  }
}
