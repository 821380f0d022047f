package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

  @TempDir Path folder;

  @Test
  void givesAnEmptyDirectoryEachTime() throws Exception {
    Scratch scratch = scratch();
    File first = made(scratch);
    Files.writeString(first.toPath().resolve("rest"), "of an attempt before");
    assertThat(made(scratch)).isEqualTo(first).isEmptyDirectory();
    scratch.destroy();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void clearsWhatAKilledProcessLeft() throws Exception {
    Path left = Files.createDirectories(folder.resolve("worker-left/task-1"));
    Files.writeString(folder.resolve("worker-left/lock"), "");
    Files.writeString(left.resolve("720p.mp4"), "half a film");
    Scratch scratch = scratch();
    assertThat(folder.resolve("worker-left")).doesNotExist();
    scratch.destroy();
  }

  @Test
  void leavesAloneWhatAnotherWorksIn() throws Exception {
    Scratch other = scratch();
    File theirs = made(other);
    Scratch own = scratch();
    assertThat(theirs).exists();
    own.destroy();
    assertThat(theirs).exists();
    other.destroy();
  }

  @Test
  void knowsHowMuchRoomThereIs() throws Exception {
    Scratch scratch = scratch();
    assertThat(scratch.usable()).isPositive();
    scratch.destroy();
  }

  private static File made(Scratch scratch) {
    File directory = scratch.locate("task-1");
    scratch.make(directory);
    return directory;
  }

  private Scratch scratch() throws Exception {
    return new Scratch(Settings.in(folder.toFile()));
  }
}
