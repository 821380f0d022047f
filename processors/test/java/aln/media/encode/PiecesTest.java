package aln.media.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.media.plan.Access;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {

  /** The picture begins at 1.5 s; the first piece does not know that. */
  private static final String LIST =
      """
      piece-000000.mkv,0.000000,6.100000
      piece-000001.mkv,6.100000,10.500000
      piece-000002.mkv,10.500000,14.500000
      piece-000003.mkv,14.500000,18.500000
      """;

  @Test
  void areThoseThatAreFinished() {
    assertThat(Pieces.read("").list()).isEmpty();
    assertThat(Pieces.read("").endMicros()).isZero();
    Pieces two = Pieces.read(LIST.substring(0, LIST.indexOf("18.500000") - 40));
    assertThat(two.list())
        .containsExactly(
            new Piece("piece-000000.mkv", 0, 6_100_000),
            new Piece("piece-000001.mkv", 6_100_000, 10_500_000));
    assertThat(two.endMicros()).isEqualTo(10_500_000);
    assertThat(two.closed().list()).extracting(Piece::name).containsExactly("piece-000000.mkv");
    assertThat(Pieces.read("").closed().list()).isEmpty();
    assertThat(two.after(1).list()).extracting(Piece::name).containsExactly("piece-000001.mkv");
    assertThat(two.renamed(name -> "a/" + name).list())
        .extracting(Piece::name)
        .containsExactly("a/piece-000000.mkv", "a/piece-000001.mkv");
  }

  /** From frame 200 on, which is 9.5 s on the source's clock, 4 s long. */
  @Test
  void ofAChunkBeginWellBeforeItAndEndWellBehindIt() {
    assertThat(ofChunk(200))
        .containsExactly("piece-000001.mkv", "piece-000002.mkv", "piece-000003.mkv");
    assertThat(ofChunk(100))
        .containsExactly("piece-000000.mkv", "piece-000001.mkv", "piece-000002.mkv");
  }

  /** From frame 230 on, which is 10.7 s: what is shown there may depend on what came before. */
  @Test
  void ofAChunkDoNotBeginRightBeforeIt() {
    assertThat(ofChunk(230))
        .containsExactly("piece-000001.mkv", "piece-000002.mkv", "piece-000003.mkv");
  }

  @Test
  void areMissingBehindTheEndOfTheSource() {
    assertThatThrownBy(() -> ofChunk(2500)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tellWhereTheyBeginFromTheContainersStart() {
    Pieces all = Pieces.read(LIST);
    var spec = KeyFramesTest.spec(200, Access.PIECES);
    assertThat(RemuxCommands.place(spec, all.after(1)).startMicros()).isEqualTo(5_100_000);
    assertThat(RemuxCommands.place(spec, all).startMicros()).isZero();
    assertThat(RemuxCommands.place(spec, all).source()).hasToString("file:pieces.mkv");
  }

  private static List<String> ofChunk(long firstFrame) {
    return Pieces.read(LIST).of(KeyFramesTest.spec(firstFrame, Access.PIECES)).list().stream()
        .map(Piece::name)
        .toList();
  }
}
