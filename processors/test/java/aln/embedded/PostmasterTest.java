package aln.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

  @TempDir Path data;

  @Test
  void isAbsentWhereNothingEverRan() throws Exception {
    assertThat(Postmaster.of(data)).isEmpty();
    assertThat(Postmaster.numberReused(data)).isFalse();
  }

  @Test
  void doesNotTakeAnotherProgramForIt() throws Exception {
    Files.writeString(data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data);
    assertThat(Postmaster.of(data)).isEmpty();
    assertThat(Postmaster.numberReused(data)).isTrue();
  }

  @Test
  void isFoundByItsNumberAndFolderAndStopped() throws Exception {
    // A stand-in that, like PostgreSQL, is started with its folder as an argument and heeds INT,
    // also where
    // this JVM was told to ignore it, as behind nohup.
    var process =
        new ProcessBuilder(
                "env",
                "--default-signal=INT",
                "sh",
                "-c",
                "trap 'exit 0' INT; while :; do read -r line || exit; done",
                data.toString())
            .start();
    Files.writeString(data.resolve("postmaster.pid"), process.pid() + "\n" + data);

    Postmaster.of(data).orElseThrow().stop();

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void isGoneWhenItsProcessIs() throws Exception {
    var process = new ProcessBuilder("true").start();
    process.waitFor();
    Files.writeString(data.resolve("postmaster.pid"), process.pid() + "\n" + data);
    assertThat(Postmaster.of(data)).isEmpty();
    assertThat(Postmaster.numberReused(data)).isFalse();
  }
}
