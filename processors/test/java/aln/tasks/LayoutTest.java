package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aln.media.encode.EncodedSegment;
import aln.media.encode.EncodedTrack;
import aln.media.pictures.Sheet;
import aln.media.pictures.Still;
import aln.media.pictures.Storyboard;
import aln.media.pictures.Storyboards;
import aln.tasks.StoredTrack.StoredSegment;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {

  @TempDir File directory;

  private final Layout layout = new Layout();

  @Test
  void givesEverySegmentAnObjectBelowTheAttempt() throws IOException {
    File file = write("720p.mp4", "initfirstsecond!");
    var track =
        new EncodedTrack(
            "720p",
            file,
            4,
            90_000,
            "avc1.64001f",
            List.of(
                new EncodedSegment(0, 0, 360_000, 4, 5, 3),
                new EncodedSegment(1, 360_000, 180_000, 9, 7, 2)));
    Stored stored = layout.tracks(work(), List.of(track));
    assertThat(stored.key()).isNull();
    assertThat(stored.tracks())
        .containsExactly(
            new StoredTrack(
                "720p",
                90_000,
                "avc1.64001f",
                "attempt/720p/init.mp4",
                List.of(
                    new StoredSegment(0, 0, 360_000, "attempt/720p/000000.m4s", 5, 3),
                    new StoredSegment(1, 360_000, 180_000, "attempt/720p/000001.m4s", 7, 2))));
    assertThat(stored.files())
        .extracting(StoredFile::key, LayoutTest::bytes, StoredFile::contentType)
        .containsExactly(
            tuple("attempt/720p/init.mp4", "init", "video/mp4"),
            tuple("attempt/720p/000000.m4s", "first", "video/iso.segment"),
            tuple("attempt/720p/000001.m4s", "second!", "video/iso.segment"));
  }

  @Test
  void bringsTheInitialisationSectionOnlyWithTheFirstChunk() throws IOException {
    File file = write("720p.mp4", "initfirst");
    var segments = List.of(new EncodedSegment(12, 4_320_000, 360_000, 4, 5, 3));
    Stored stored =
        layout.tracks(
            work(), List.of(new EncodedTrack("720p", file, 4, 90_000, "avc1.64001f", segments)));
    assertThat(stored.tracks()).singleElement().extracting(StoredTrack::initKey).isNull();
    assertThat(stored.files())
        .singleElement()
        .extracting(StoredFile::key)
        .isEqualTo("attempt/720p/000012.m4s");
  }

  @Test
  void putsAPosterByItself() throws IOException {
    write("poster.jpg", "picture");
    Stored stored = layout.poster(work());
    assertThat(stored.key()).isEqualTo("attempt/poster.jpg");
    assertThat(stored.tracks()).isEmpty();
    assertThat(stored.files())
        .singleElement()
        .extracting(LayoutTest::bytes, StoredFile::length, StoredFile::contentType)
        .containsExactly("picture", 7L, "image/jpeg");
  }

  @Test
  void putsEverySheetOfAStoryboardByItself() throws IOException {
    write("sheet-000.jpg", "first");
    write("sheet-001.jpg", "second");
    StoredStoryboard stored = layout.storyboard(work(), drawing());
    assertThat(stored.board().tiles()).isEqualTo(101);
    assertThat(stored.sheets()).containsExactly("attempt/sheet-000.jpg", "attempt/sheet-001.jpg");
    assertThat(stored.files())
        .extracting(StoredFile::key, LayoutTest::bytes, StoredFile::contentType)
        .containsExactly(
            tuple("attempt/sheet-000.jpg", "first", "image/jpeg"),
            tuple("attempt/sheet-001.jpg", "second", "image/jpeg"));
  }

  @Test
  void putsEveryStillByItselfWithItsMoment() throws IOException {
    write("still-03.jpg", "still");
    StoredThumbnails stored =
        layout.thumbnails(work(), List.of(new Still("still-03.jpg", 7_000_000, 0.5)));
    assertThat(stored.thumbnails())
        .containsExactly(new StoredThumbnails.Thumbnail("attempt/still-03.jpg", 7_000_000, 0.5));
    assertThat(stored.files()).singleElement().extracting(LayoutTest::bytes).isEqualTo("still");
  }

  @Test
  void putsAPreviewByItself() throws IOException {
    write("preview.mp4", "moving");
    Stored stored = layout.preview(work());
    assertThat(stored.key()).isEqualTo("attempt/preview.mp4");
    assertThat(stored.files())
        .singleElement()
        .extracting(LayoutTest::bytes, StoredFile::contentType)
        .containsExactly("moving", "video/mp4");
  }

  @Test
  void keepsFilesOfTheWorkersDiskOutOfTheResult() throws IOException {
    write("poster.jpg", "picture");
    ObjectMapper json = new ObjectMapper();
    for (Object result :
        List.of(
            layout.poster(work()),
            layout.storyboard(work(), drawing()),
            layout.thumbnails(work(), List.of(new Still("poster.jpg", 0, 1))))) {
      assertThat(json.writeValueAsString(result))
          .contains("attempt/")
          .doesNotContain(directory.getName());
    }
  }

  private static Storyboards.Drawing drawing() {
    Storyboard board = new Storyboard(1_001_000_000, 10_000_000, 101, 160, 90);
    return new Storyboards.Drawing(
        board,
        List.of(
            new Sheet(0, 0, 100, List.of(), true),
            new Sheet(1, 1_000_000_000, 1, List.of(), true)));
  }

  private static String bytes(StoredFile file) {
    try (InputStream bytes = file.open()) {
      return new String(bytes.readAllBytes());
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private File write(String name, String text) throws IOException {
    return Files.writeString(Path.of(directory.getPath(), name), text).toFile();
  }

  private Work work() {
    Claim claim =
        new Claim(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "encode-video", 1, 1);
    return new Work(
        claim, 1, 4, "{}", URI.create("http://localhost/source"), 1, directory, "attempt/");
  }
}
