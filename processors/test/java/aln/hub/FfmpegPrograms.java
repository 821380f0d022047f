package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import aln.ffmpeg.FfmpegSettings;
import aln.ffmpeg.FfmpegTools;
import aln.ffmpeg.Installation;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.unit.DataSize;

/** The FFmpeg that the hub would take on this machine, run without its limits. */
public final class FfmpegPrograms {

  private static final Installation HERE = find();

  private FfmpegPrograms() {}

  private static Installation find() {
    String given = System.getenv().getOrDefault("ALN_FFMPEG", "");
    var unlimited = new FfmpegSettings.Limits(0, DataSize.ofBytes(0), DataSize.ofBytes(0), 0);
    File home = new File("target/test-ffmpeg").getAbsoluteFile();
    return new FfmpegTools(new FfmpegSettings(given, unlimited), home).abilities().installation();
  }

  /** Where the programs and their libraries are. */
  public static Installation installation() {
    return HERE;
  }

  public static void ffmpeg(String... arguments) {
    run(HERE.ffmpeg(), arguments);
  }

  /** What ffprobe says; what it cannot read fails the test. */
  static String ffprobe(String... arguments) {
    return run(HERE.ffprobe(), arguments);
  }

  private static String run(File program, String... arguments) {
    List<String> line = new ArrayList<>(List.of(program.getPath(), "-v", "error"));
    line.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("aln", ".out");
      Path err = Files.createTempFile("aln", ".err");
      var builder = new ProcessBuilder(line).redirectInput(new File("/dev/null"));
      if (HERE.libraries() != null) {
        builder.environment().put("LD_LIBRARY_PATH", HERE.libraries().getPath());
      }
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      boolean ended = process.waitFor(4, TimeUnit.MINUTES);
      process.destroyForcibly();
      String said = Files.readString(err, StandardCharsets.ISO_8859_1);
      String answer = Files.readString(out, StandardCharsets.ISO_8859_1);
      Files.delete(out);
      Files.delete(err);
      assertThat(ended).as(line + " ends").isTrue();
      assertThat(process.exitValue()).as(line + ": " + said).isZero();
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
