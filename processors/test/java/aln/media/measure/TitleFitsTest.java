package aln.media.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aln.media.FrameRate;
import aln.media.plan.PerTitle;
import aln.media.plan.Picture;
import aln.media.plan.Sampling;
import aln.media.plan.TitleFit;
import aln.media.plan.VideoRendition;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TitleFitsTest {

  private static final FrameRate RATE = FrameRate.of(24, 1);

  private static final Sampling SAMPLING =
      new Sampling(
          new Picture(
              0,
              1280,
              720,
              0,
              0,
              1,
              false,
              false,
              Picture.Range.STANDARD,
              false,
              false,
              1000,
              Picture.Colours.BT709,
              0),
          RATE,
          List.of(1_000_000L, 2_000_000L, 3_000_000L),
          20,
          List.of(
              rendition("720p", 1280, 720, 2_800_000),
              rendition("480p", 854, 480, 1_400_000),
              rendition("360p", 640, 360, 800_000)),
          new PerTitle(0.97, 20, 28, 3, 2, 100));

  @TempDir Path directory;

  @Test
  void keepsTheQualityOfWhatJustReachesTheTarget() {
    TitleFit fit = fit(0.97, 1500, 0.97, 900, 0.97, 500, 0.94, 250);
    assertThat(fit.rungs()).extracting(TitleFit.Rung::quality).containsExactly(24, 24, 24);
    assertThat(fit.rungs()).extracting(TitleFit.Rung::leftOut).containsOnlyNulls();
    TitleFit.Rung largest = fit.rungs().get(0);
    assertThat(largest.sampledBitRate()).isEqualTo(1_500_000);
    assertThat(largest.expectedBitRate()).isEqualTo(1_500_000);
    assertThat(largest.cap()).isEqualTo(2_800_000);
  }

  @Test
  void takesBitsFromWhatIsEasyAndGivesThemToWhatIsHard() {
    TitleFit easy = fit(0.99, 1000, 0.98, 500, 0.975, 250, 0.96, 125);
    assertThat(easy.rungs().get(0).quality()).isEqualTo(28);
    assertThat(easy.rungs().get(0).expectedBitRate()).isBetween(500_000L, 700_000L);
    assertThat(easy.rungs().get(2).quality()).isBetween(26, 27);
    TitleFit hard = fit(0.94, 2500, 0.95, 1300, 0.96, 700, 0.92, 350);
    assertThat(hard.rungs().get(0).quality()).isEqualTo(20);
    assertThat(hard.rungs().get(0).cap()).isEqualTo(2_800_000);
    assertThat(hard.rungs().get(2).quality()).isBetween(21, 23);
  }

  @Test
  void leavesThreeTimesTheExpectedBitsAndAThirdOfTheCapAtLeast() {
    TitleFit fit = fit(0.97, 600, 0.97, 100, 0.97, 50, 0.94, 25);
    assertThat(fit.rungs().get(0).cap()).isEqualTo(1_800_000);
    assertThat(fit.rungs().get(1).cap()).isEqualTo(490_000);
  }

  @Test
  void leavesOutWhatSavesTooLittle() {
    TitleFit fit = fit(0.97, 1000, 0.97, 900, 0.97, 880, 0.94, 440);
    assertThat(fit.rungs())
        .extracting(rung -> rung.leftOut() != null)
        .containsExactly(false, true, false);
    assertThat(fit.rungs().get(1).leftOut()).contains("saves too little");
  }

  @Test
  void leavesOutWhatTheNextSmallerOneShowsAsWell() throws IOException {
    enlarged("720p", 0.99);
    enlarged("480p", 0.995);
    TitleFit fit = fit(0.97, 1500, 0.97, 900, 0.97, 500, 0.94, 250);
    assertThat(fit.rungs())
        .extracting(rung -> rung.leftOut() != null)
        .containsExactly(false, true, false);
    assertThat(fit.rungs().get(0).enlargedSsim()).isCloseTo(0.99, within(1e-9));
    assertThat(fit.rungs().get(1).leftOut()).contains("looks as good");
  }

  @Test
  void keepsWhatTheNextSmallerOneWouldBlur() throws IOException {
    enlarged("480p", 0.985);
    TitleFit fit = fit(0.97, 1500, 0.97, 900, 0.97, 500, 0.94, 250);
    assertThat(fit.rungs()).extracting(TitleFit.Rung::leftOut).containsOnlyNulls();
  }

  @Test
  void fitsNothingToWordsThatItDoesNotUnderstand() {
    assertThat(new TitleFits().of(SAMPLING, "SSIM Mean Y:0.97", directory.toFile()))
        .isEqualTo(TitleFit.NONE);
  }

  private TitleFit fit(double... ssimAndKilobits) {
    StringBuilder said = new StringBuilder("Stream mapping:\n");
    for (int i = 0; i < ssimAndKilobits.length; i += 2) {
      said.append("[libx264 @ 0x55] frame I:3     Avg QP:20.00  size: 12345\n");
      said.append("[libx264 @ 0x55] SSIM Mean Y:%.7f (15.1db)%n".formatted(ssimAndKilobits[i]));
      said.append("[libx264 @ 0x55] kb/s:%.2f%n".formatted(ssimAndKilobits[i + 1]));
    }
    return new TitleFits().of(SAMPLING, said.toString(), directory.toFile());
  }

  private void enlarged(String name, double ssim) throws IOException {
    File file = directory.resolve(name + ".enlarged").toFile();
    Files.writeString(file.toPath(), "n:1 Y:%f U:1 V:1 All:1 (20)\n".formatted(ssim).repeat(2));
  }

  private static VideoRendition rendition(String name, int width, int height, long cap) {
    return new VideoRendition(name, width, height, RATE, "avc1.64001f", 31, cap, cap * 3 / 2);
  }
}
