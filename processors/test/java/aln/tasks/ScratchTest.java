package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

  @TempDir Path folder;

  @Test
  void givesAnEmptyDirectoryEachTime() throws Exception {
    Scratch scratch = scratch();
    File first = scratch.directory("task-1");
    Files.writeString(first.toPath().resolve("rest"), "of an attempt before");
    assertThat(scratch.directory("task-1")).isEqualTo(first).isEmptyDirectory();
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
    File theirs = other.directory("task-1");
    Scratch own = scratch();
    assertThat(theirs).exists();
    own.destroy();
    assertThat(theirs).exists();
    other.destroy();
  }

  private Scratch scratch() throws Exception {
    return new Scratch(
        new TaskSettings(Duration.ofSeconds(20), 4, Duration.ofSeconds(2), folder.toFile()));
  }
}
