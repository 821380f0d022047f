package aln.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aln.ffmpeg.FfmpegSettings.Limits;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.exec.ExecCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FfmpegLimitsIT {

  private static final String[] LADDER = {"1080", "720", "480", "360"};

  @TempDir File directory;

  @BeforeEach
  void onlyWithPrlimit() {
    assumeTrue(Guard.probe().contains(Guard.PRLIMIT));
  }

  @Test
  void endsWhatBurnsCpu() {
    FfmpegFailed failed =
        failure(new Limits(1, none(), none(), 0), "-f lavfi -i testsrc=s=hd1080 -f null -");
    assertThat(failed.exitCode()).isGreaterThan(128);
  }

  @Test
  void endsWhatWritesTooMuch() {
    Limits limits = new Limits(0, none(), DataSize.ofKilobytes(64), 0);
    failure(limits, "-f lavfi -i testsrc=d=9:s=640x360 -c:v rawvideo big.avi");
    assertThat(new File(directory, "big.avi").length()).isLessThanOrEqualTo(64 * 1024);
  }

  @Test
  void endsWhatTakesTooMuchMemory() {
    Limits limits = new Limits(0, DataSize.ofMegabytes(700), none(), 0);
    failure(limits, "-f lavfi -i color=s=16000x16000:d=1 -f null -");
  }

  @Test
  void theDefaultsLeaveRoomForAWholeLadder() throws IOException {
    Limits defaults = new Limits(86400, DataSize.ofGigabytes(16), DataSize.ofGigabytes(200), 16384);
    StringBuilder arguments = new StringBuilder("-f lavfi -i testsrc=d=1:r=25:s=hd1080");
    for (String height : LADDER) {
      arguments.append(" -vf scale=-2:%s -c:v libx264 -preset veryfast %1$s.mp4".formatted(height));
    }
    run(defaults, arguments.toString());
    assertThat(LADDER)
        .allSatisfy(height -> assertThat(new File(directory, height + ".mp4")).isNotEmpty());
  }

  private FfmpegFailed failure(Limits limits, String arguments) {
    return catchThrowableOfType(FfmpegFailed.class, () -> run(limits, arguments));
  }

  private void run(Limits limits, String arguments) throws IOException {
    FfmpegSettings settings = new FfmpegSettings("", limits);
    FfmpegTools tools = new FfmpegTools(settings, new File(directory, "data"));
    String ffmpeg = tools.abilities().installation().ffmpeg().getPath();
    List<String> list = Arrays.asList(arguments.split(" "));
    new FfmpegExecutor(tools, new RunningCommands(), settings)
        .execute(
            new ExecCommand(
                ffmpeg,
                list,
                directory.getPath(),
                30_000L,
                Set.of(),
                null,
                null,
                false,
                LoggingLevel.OFF));
  }

  private static DataSize none() {
    return DataSize.ofBytes(0);
  }
}
