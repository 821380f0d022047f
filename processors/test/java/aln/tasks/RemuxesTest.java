package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import aln.ffmpeg.RunningCommands;
import aln.media.BadOutput;
import aln.media.MediaRefused;
import aln.media.encode.Piece;
import aln.media.plan.RemuxSource;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk, what goes to the store, and when FFmpeg holds still. */
class RemuxesTest {

  private static final RemuxSource SPEC = new RemuxSource(0, 0, 11_000_000, 13_000_000, 4_000_000);

  @TempDir File directory;

  private final RunningCommands commands = mock();
  private final Remuxes remuxes = new Remuxes(mock(), commands, new Layout());
  private Work work;

  @BeforeEach
  void begin() throws IOException {
    UUID id = UUID.randomUUID();
    Claim claim = new Claim(id, id, id, "remux-source", 1, 1);
    work = new Work(claim, 1, 4, "{}", URI.create("http://s/x"), 1, directory, "attempt/");
    Files.writeString(file("header.mkv"), "header");
  }

  @Test
  void hasNothingToStoreBeforeAPieceIsFinished() throws IOException {
    Files.writeString(file("piece-000000.mkv"), "half");
    assertThat(remuxes.next(work)).isNull();
    finished(0);
    assertThat(remuxes.next(work)).as("the last one may not be closed yet").isNull();
    verifyNoInteractions(commands);
  }

  @Test
  void holdsStillWhilePiecesAreStored() throws IOException {
    finished(0, 1, 2);
    StoredPieces part = remuxes.next(work);
    assertThat(part.files())
        .extracting(StoredFile::key)
        .containsExactly(
            "attempt/header.mkv", "attempt/piece-000000.mkv", "attempt/piece-000001.mkv");
    remuxes.goOn(work, part);
    var order = inOrder(commands);
    order.verify(commands).hold(directory);
    order.verify(commands).resume(directory);
  }

  @Test
  void clearsAwayWhatIsStoredAndNothingElse() throws IOException {
    finished(0, 1);
    remuxes.goOn(work, remuxes.next(work));
    assertThat(file("piece-000000.mkv")).as("its work may just come to its end").exists();
    finished(2);
    StoredPieces next = remuxes.next(work);
    assertThat(file("piece-000000.mkv")).doesNotExist();
    assertThat(file("piece-000001.mkv")).exists();
    assertThat(next.files())
        .extracting(StoredFile::key)
        .containsExactly("attempt/header.mkv", "attempt/piece-000001.mkv");
  }

  @Test
  void storesAgainWhatTheStoreDidNotTake() throws IOException {
    finished(0, 1);
    StoredPieces refused = remuxes.next(work);
    assertThat(remuxes.next(work)).isEqualTo(refused);
  }

  @Test
  void listsAllPiecesAtTheEnd() throws IOException {
    finished(0, 1);
    remuxes.goOn(work, remuxes.next(work));
    finished(2);
    StoredPieces all = remuxes.rest(work, SPEC);
    assertThat(all.header()).isEqualTo("attempt/header.mkv");
    assertThat(all.pieces().list())
        .containsExactly(
            new Piece("attempt/piece-000000.mkv", 0, 4_000_000),
            new Piece("attempt/piece-000001.mkv", 4_000_000, 8_000_000),
            new Piece("attempt/piece-000002.mkv", 8_000_000, 12_000_000));
    assertThat(all.files())
        .extracting(StoredFile::key)
        .containsExactly(
            "attempt/header.mkv", "attempt/piece-000001.mkv", "attempt/piece-000002.mkv");
  }

  @Test
  void isNotWholeBeforeTheLastChunkBegins() throws IOException {
    assertThatThrownBy(() -> remuxes.rest(work, SPEC)).isInstanceOf(BadOutput.class);
    finished(0, 1);
    assertThatThrownBy(() -> remuxes.rest(work, SPEC))
        .isInstanceOf(BadOutput.class)
        .hasMessage("The source's picture ends at 8.0 s and should go on after 11.0 s");
  }

  /** A store that failed would hardly do it at the same place twice. */
  @Test
  void isRefusedAsCutOffWhenAnotherAttemptEndsTooEarlyAsWell() throws IOException {
    finished(0, 1);
    Claim again =
        new Claim(
            work.claim().task(), work.claim().job(), work.claim().asset(), "remux-source", 2, 2);
    work = new Work(again, 1, 4, "{}", URI.create("http://s/x"), 1, directory, "attempt/");
    assertThatThrownBy(() -> remuxes.rest(work, SPEC))
        .isInstanceOfSatisfying(
            MediaRefused.class, cut -> assertThat(cut.code()).isEqualTo("source-truncated"))
        .hasMessageContaining("promises 13 seconds but stops after 8 seconds");
  }

  private void finished(int... numbers) throws IOException {
    File list = new File(directory, "pieces.csv");
    for (int n : numbers) {
      Files.writeString(file("piece-%06d.mkv".formatted(n)), "piece " + n);
      String line = "piece-%06d.mkv,%d.000000,%d.000000\n".formatted(n, 4 * n, 4 * n + 4);
      Files.writeString(
          list.toPath(), (list.exists() ? Files.readString(list.toPath()) : "") + line);
    }
  }

  private Path file(String name) {
    return new File(directory, name).toPath();
  }
}
