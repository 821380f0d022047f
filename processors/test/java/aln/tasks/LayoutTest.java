package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aln.media.encode.EncodedSegment;
import aln.media.encode.EncodedTrack;
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
        layout.tracks(work(), List.of(new EncodedTrack("720p", file, 4, 90_000, segments)));
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
  void keepsFilesOfTheWorkersDiskOutOfTheResult() throws IOException {
    write("poster.jpg", "picture");
    String kept = new ObjectMapper().writeValueAsString(layout.poster(work()));
    assertThat(kept).contains("attempt/poster.jpg").doesNotContain(directory.getName());
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
