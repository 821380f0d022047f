package aln.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aln.ffmpeg.FfmpegSettings.Limits;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.exec.ExecCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A hub that is killed by the kernel or an operator cannot clean up behind itself. */
class FfmpegOutlivesNobodyIT {

  @TempDir File directory;

  @Test
  void diesWithAHubThatIsKilled() throws IOException {
    assumeTrue(Guard.probe().contains(Guard.SETPRIV));
    Process hub = startHub();
    try (BufferedReader words = hub.inputReader(StandardCharsets.UTF_8)) {
      assertThat(words.readLine()).isEqualTo("encoding");
    }
    List<ProcessHandle> ffmpeg = FfmpegWithOffspring.running(directory, 1);
    hub.destroyForcibly();
    try {
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> ffmpeg.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      ffmpeg.forEach(ProcessHandle::destroyForcibly);
    }
    assertThat(hub.onExit().join().exitValue()).isEqualTo(128 + 9);
  }

  private Process startHub() throws IOException {
    String java = new File(System.getProperty("java.home"), "bin/java").getPath();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            Hub.class.getName(),
            directory.getPath())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** A hub that does nothing but encode, for ever. */
  static final class Hub {

    private Hub() {}

    public static void main(String[] arguments) throws IOException {
      File directory = new File(arguments[0]);
      Limits limits = new Limits(60, DataSize.ofGigabytes(8), DataSize.ofGigabytes(1), 0);
      FfmpegSettings settings = new FfmpegSettings("", limits);
      FfmpegTools tools = new FfmpegTools(settings, new File(directory, "data"));
      RunningCommands running = new RunningCommands();
      Thread reporter = new Thread(() -> sayWhenItEncodes(running, directory));
      reporter.setDaemon(true);
      reporter.start();
      new FfmpegExecutor(tools, running, settings).execute(endless(tools, directory));
    }

    private static void sayWhenItEncodes(RunningCommands running, File directory) {
      await().until(() -> running.progress(directory).isPresent());
      System.out.println("encoding");
    }

    private static ExecCommand endless(FfmpegTools tools, File directory) {
      List<String> arguments =
          List.of(
              "-progress",
              "pipe:1",
              "-re",
              "-f",
              "lavfi",
              "-i",
              "testsrc=s=64x64",
              "-f",
              "null",
              "-");
      String ffmpeg = tools.abilities().installation().ffmpeg().getPath();
      String place = directory.getPath();
      return new ExecCommand(
          ffmpeg, arguments, place, 60_000L, Set.of(), null, null, false, LoggingLevel.OFF);
    }
  }
}
