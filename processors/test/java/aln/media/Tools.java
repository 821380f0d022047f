package aln.media;

import aln.ffmpeg.Command;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs FFmpeg and ffprobe for tests: those of {@code ALN_FFMPEG}, else those on the PATH. */
public final class Tools {

  /** What a run said. */
  public record Result(int exit, byte[] raw, String stderr) {

    public String stdout() {
      return new String(raw, StandardCharsets.UTF_8);
    }
  }

  private Tools() {}

  /** The folder of real clips, where there is one. */
  public static Optional<Path> clips() {
    return Optional.ofNullable(System.getenv("ALN_TEST_MEDIA")).map(Path::of);
  }

  public static boolean present() {
    try {
      return run(List.of(program("ffmpeg"), "-version"), new File("."), 20).exit() == 0;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  public static Result run(Command command) {
    String tool = command.tool() == Command.Tool.FFMPEG ? "ffmpeg" : "ffprobe";
    List<String> line = new ArrayList<>(List.of(program(tool)));
    line.addAll(command.arguments());
    return run(line, command.directory(), command.timeout().toSeconds());
  }

  public static Result ffmpeg(File directory, String... arguments) {
    return run(
        new Command(Command.Tool.FFMPEG, List.of(arguments), directory, Duration.ofMinutes(2)));
  }

  public static Result ffprobe(File directory, String... arguments) {
    return run(
        new Command(Command.Tool.FFPROBE, List.of(arguments), directory, Duration.ofMinutes(2)));
  }

  private static String program(String tool) {
    String given = System.getenv("ALN_FFMPEG");
    return given == null ? tool : new File(new File(given).getParentFile(), tool).getPath();
  }

  private static Result run(List<String> line, File directory, long seconds) {
    try {
      Path out = Files.createTempFile("aln", ".out");
      Path err = Files.createTempFile("aln", ".err");
      Process process =
          new ProcessBuilder(line)
              .directory(directory)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      Result result =
          new Result(
              ended ? process.exitValue() : 124,
              Files.readAllBytes(out),
              Files.readString(err, StandardCharsets.ISO_8859_1));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
