package aln.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.ffmpeg.FfmpegSettings.Limits;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.unit.DataSize;

/**
 * The FFmpeg of this machine behind a script that can do two more things: start a process of its
 * own, which holds the standard output open for long, and show its environment.
 */
final class FfmpegWithOffspring {

  static final List<String> OPTION = List.of("-offspring");
  static final List<String> SHOW_ENVIRONMENT = List.of("-environment");

  private static final String SCRIPT =
      """
      #!/bin/sh
      offspring=no
      case " $* " in
        *" -environment "*) exec /usr/bin/env ;;
        *" -offspring "*) offspring=yes ;;
      esac
      for argument; do
        shift
        [ "$argument" = -offspring ] || set -- "$@" "$argument"
      done
      if [ $offspring = yes ]; then sleep 77 & fi
      export LD_LIBRARY_PATH=%s
      [ $offspring = yes ] || exec %s "$@"
      %2$s "$@"
      """;

  private FfmpegWithOffspring() {}

  /** Writes ffmpeg and ffprobe into the folder. */
  static void write(Path folder) throws IOException {
    Limits none = new Limits(0, DataSize.ofBytes(0), DataSize.ofBytes(0), 0);
    File unpacked = folder.resolve("data").toFile();
    Installation real =
        new FfmpegTools(new FfmpegSettings("", none), unpacked).abilities().installation();
    for (File program : List.of(real.ffmpeg(), real.ffprobe())) {
      Path script = folder.resolve(program.getName());
      Files.writeString(script, SCRIPT.formatted(program.getParent(), program));
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
  }

  /** All processes that work in this directory, once there are so many. */
  static List<ProcessHandle> running(File directory, int count) {
    return await().until(() -> in(directory), found -> found.size() == count);
  }

  private static List<ProcessHandle> in(File directory) {
    return ProcessHandle.allProcesses().filter(process -> isIn(process, directory)).toList();
  }

  private static boolean isIn(ProcessHandle process, File directory) {
    Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
    try {
      return Files.readSymbolicLink(workingDirectory).equals(directory.toPath());
    } catch (IOException gone) {
      return false;
    }
  }
}
