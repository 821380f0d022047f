package aln.media;

import static org.assertj.core.api.Assertions.assertThat;

import aln.ffmpeg.Command;
import aln.ffmpeg.FfmpegSettings;
import aln.ffmpeg.FfmpegTools;
import aln.ffmpeg.Installation;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.unit.DataSize;

/**
 * Runs FFmpeg and ffprobe for tests, without the hub's limits: those that the hub would take on
 * this machine.
 */
public final class Tools {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Installation HERE = find();

  /** What a run said. */
  public record Result(int exit, byte[] raw, String stderr) {

    public String stdout() {
      return new String(raw, StandardCharsets.UTF_8);
    }
  }

  private static final Pattern IDET =
      Pattern.compile("Multi frame detection: TFF: *(\\d+) BFF: *(\\d+) Progressive: *(\\d+)");

  private static final Pattern MEAN = Pattern.compile("mean_volume: (-?[0-9.]+) dB");

  private Tools() {}

  private static Installation find() {
    String given = System.getenv().getOrDefault("ALN_FFMPEG", "");
    var unlimited = new FfmpegSettings.Limits(0, DataSize.ofBytes(0), DataSize.ofBytes(0), 0);
    File home =
        new File("target/test-ffmpeg-" + System.getProperty("surefire.forkNumber", "1"))
            .getAbsoluteFile();
    return new FfmpegTools(new FfmpegSettings(given, unlimited), home).abilities().installation();
  }

  /** The folder of real clips, where there is one. */
  public static Optional<Path> clips() {
    return Optional.ofNullable(System.getenv("ALN_TEST_MEDIA")).map(Path::of);
  }

  /** The FFmpeg that the hub would take on this machine. */
  public static Installation installation() {
    return HERE;
  }

  public static Result run(Command command) {
    File program = command.tool() == Command.Tool.FFMPEG ? HERE.ffmpeg() : HERE.ffprobe();
    List<String> line = new ArrayList<>(List.of(program.getPath()));
    line.addAll(command.arguments());
    return run(line, command.directory(), command.timeout().toSeconds());
  }

  public static Result ffmpeg(File directory, String... arguments) {
    return run(new Command(Command.Tool.FFMPEG, List.of(arguments), directory, PATIENCE));
  }

  /** The part of a video's frames, 0–1, that look as if woven from two fields. */
  static double interlaced(Path video) {
    Result result =
        ffmpeg(
            video.getParent().toFile(),
            "-v",
            "info",
            "-i",
            video.toString(),
            "-vf",
            "idet",
            "-f",
            "null",
            "-");
    Matcher found = IDET.matcher(result.stderr());
    if (!found.find()) {
      throw new IllegalStateException(result.stderr());
    }
    double fields = Integer.parseInt(found.group(1)) + Integer.parseInt(found.group(2));
    double decided = fields + Integer.parseInt(found.group(3));
    return decided == 0 ? 0 : fields / decided;
  }

  /** The mean of a file's sound in dBFS. */
  static double loudness(Path sound) {
    Result result =
        ffmpeg(
            sound.getParent().toFile(),
            "-v",
            "info",
            "-i",
            sound.toString(),
            "-af",
            "volumedetect",
            "-f",
            "null",
            "-");
    Matcher found = MEAN.matcher(result.stderr());
    if (!found.find()) {
      throw new IllegalStateException(result.stderr());
    }
    return Double.parseDouble(found.group(1));
  }

  public static Result ffprobe(File directory, String... arguments) {
    return run(new Command(Command.Tool.FFPROBE, List.of(arguments), directory, PATIENCE));
  }

  /** Where the files are is in the arguments; what it cannot do fails the test. */
  public static void ffmpeg(String... arguments) {
    insist(HERE.ffmpeg(), arguments);
  }

  /** What ffprobe says; what it cannot read fails the test. */
  public static String ffprobe(String... arguments) {
    return insist(HERE.ffprobe(), arguments);
  }

  private static String insist(File program, String... arguments) {
    List<String> line = new ArrayList<>(List.of(program.getPath(), "-v", "error"));
    line.addAll(List.of(arguments));
    Result result = run(line, new File("."), PATIENCE.toSeconds());
    assertThat(result.exit()).as("%s: %s", line, result.stderr()).isZero();
    return result.stdout();
  }

  private static Result run(List<String> line, File directory, long seconds) {
    try {
      Path out = Files.createTempFile("aln", ".out");
      Path err = Files.createTempFile("aln", ".err");
      var builder = new ProcessBuilder(line).directory(directory);
      if (HERE.libraries() != null) {
        builder.environment().put("LD_LIBRARY_PATH", HERE.libraries().getPath());
      }
      Process process =
          builder
              .redirectInput(new File("/dev/null"))
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
