package aln.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.ffmpeg.FfmpegSettings.Limits;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.unit.DataSize;

class FfmpegToolsTest {

  @TempDir Path folder;

  @Test
  void takesAFolderOrTheProgram() throws IOException {
    Installation real = tools("").abilities().installation();
    link("ffmpeg", real.ffmpeg());
    link("ffprobe", real.ffprobe());
    for (Path configured : new Path[] {folder, folder.resolve("ffmpeg")}) {
      Installation found = tools(configured.toString()).abilities().installation();
      assertThat(found.ffmpeg()).isEqualTo(folder.resolve("ffmpeg").toFile());
      assertThat(found.ffprobe()).isEqualTo(folder.resolve("ffprobe").toFile());
      assertThat(found.origin()).isEqualTo(Installation.Origin.CONFIGURED);
    }
  }

  @Test
  void saysWhatIsWrongWithTheConfiguredOneInsteadOfTakingAnother() {
    FfmpegTools tools = tools(folder.toString());
    assertThatThrownBy(tools::afterSingletonsInstantiated)
        .isInstanceOf(FfmpegUnusable.class)
        .hasMessageContaining(folder + "/ffmpeg (ALN_FFMPEG)")
        .hasMessageContaining("No such file");
  }

  @Test
  void refusesOneThatCannotEncodeWhatPlaysEverywhere() throws IOException {
    script("ffprobe", "echo ffprobe version 7.1");
    script("ffmpeg", "echo 'ffmpeg version 7.1'; echo 'libavutil      59. 39.100 / 59. 39.100'");
    assertThatThrownBy(tools(folder.toString())::abilities)
        .isInstanceOf(FfmpegUnusable.class)
        .hasMessageEndingWith("it is built without aac and libx264");
  }

  @Test
  void theFailedStartSaysWhichWhyAndHowToMendIt() {
    FfmpegUnusable cause = new FfmpegUnusable(List.of("PATH: there is no ffmpeg on it"));
    FailureAnalysis analysis =
        new FfmpegUnusableAnalyzer().analyze(new IllegalStateException(cause));
    assertThat(analysis.getDescription()).contains("- PATH: there is no ffmpeg on it");
    assertThat(analysis.getAction()).contains("apt-get install ffmpeg", "ALN_FFMPEG=");
  }

  private FfmpegTools tools(String path) {
    Limits limits = new Limits(0, DataSize.ofBytes(0), DataSize.ofBytes(0), 0);
    return new FfmpegTools(new FfmpegSettings(path, limits), folder.resolve("data").toFile());
  }

  /** A wrapper and not a link, because the bundled programs find their libraries by their place. */
  private void link(String name, File program) throws IOException {
    String libraries = program.getParent();
    script(name, "LD_LIBRARY_PATH=" + libraries + " exec " + program + " \"$@\"");
  }

  private void script(String name, String line) throws IOException {
    Path script = folder.resolve(name);
    Files.writeString(script, "#!/bin/sh\n" + line + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }
}
