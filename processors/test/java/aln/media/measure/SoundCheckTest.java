package aln.media.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundCheckTest {

  @TempDir Path directory;

  @Test
  void takesWhatIsAboutAsLoud() {
    assertThat(fault(seconds(-20, -23, -50), seconds(-21, -22, -70))).isEmpty();
  }

  @Test
  void takesSilenceThatWasSilent() {
    assertThat(fault(seconds(-120, -120), seconds(-70, -70))).isEmpty();
  }

  @Test
  void takesAnAttackThatMovedALittle() {
    assertThat(fault(seconds(-70, -20, -70), seconds(-20, -70, -70))).isEmpty();
  }

  @Test
  void takesATrackThatEndsALittleEarlier() {
    assertThat(fault(seconds(-20, -20, -20), seconds(-20, -20))).isEmpty();
  }

  @Test
  void refusesATrackThatFallsSilent() {
    assertThat(fault(seconds(-20, -20, -20, -20), seconds(-20, -70, -70, -70)))
        .contains("is silent after 2 s where the source is not");
    assertThat(fault(seconds(-40), seconds(-120))).isPresent();
  }

  @Test
  void readsWhatFfmpegWrites() throws IOException {
    Path momentary =
        Files.writeString(
            directory.resolve("m"),
            "frame:0    pts:0       pts_time:0\nlavfi.r128.M=-120.691\n"
                + "frame:1    pts:4800    pts_time:0.1\nlavfi.r128.M=-23.5\n"
                + "frame:2    pts:9600    pts_time:0.2\nlavfi.r128.M=nan\n");
    Path integrated =
        Files.writeString(directory.resolve("i"), "lavfi.r128.I=-70.000\nlavfi.r128.I=-24.125\n");
    LoudnessCurve curve = LoudnessCurve.read(momentary.toFile(), integrated.toFile());
    assertThat(curve.momentary()).containsExactly(-120.691, -23.5, -70);
    assertThat(curve.integrated()).isEqualTo(-24.125);
  }

  private static Optional<String> fault(LoudnessCurve source, LoudnessCurve output) {
    return new SoundCheck(source, output).fault();
  }

  private static LoudnessCurve seconds(double... loudness) {
    double[] momentary = new double[loudness.length * LoudnessCurve.A_SECOND];
    for (int i = 0; i < loudness.length; i++) {
      int from = i * LoudnessCurve.A_SECOND;
      Arrays.fill(momentary, from, from + LoudnessCurve.A_SECOND, loudness[i]);
    }
    return new LoudnessCurve(momentary, -20);
  }
}
