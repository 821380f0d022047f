package aln.media.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aln.media.BadOutput;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillsTest {

  @TempDir Path directory;
  private final Stills stills = new Stills();

  @Test
  void choosesTheSixWithMostToSeeInTheOrderOfTheVideo() throws IOException {
    StringBuilder looks = new StringBuilder();
    double[] entropies = {0.1, 0.9, 0.8, 0.0, 0.7, 0.6, 0.5, 0.95};
    for (int i = 0; i < entropies.length; i++) {
      looks.append(look(i, i * 2, entropies[i], "0.0"));
      picture(i + 1);
    }
    write(looks.toString());
    assertThat(stills.choose(directory.toFile()))
        .extracting(Still::file)
        .containsExactly(
            "still-02.jpg",
            "still-03.jpg",
            "still-05.jpg",
            "still-06.jpg",
            "still-07.jpg",
            "still-08.jpg");
  }

  @Test
  void thinksLessOfABlurredOneAndBearsOneWithoutEdges() throws IOException {
    write(look(0, 0, 0.8, "10.0") + look(1, 1, 0.8, "-nan"));
    picture(1);
    picture(2);
    assertThat(stills.choose(directory.toFile()))
        .satisfiesExactly(
            blurred -> assertThat(blurred.score()).isCloseTo(0.4, within(1e-9)),
            plain -> {
              assertThat(plain.score()).isCloseTo(0.8, within(1e-9));
              assertThat(plain.atMicros()).isEqualTo(1_500_000);
            });
  }

  @Test
  void isNotContentWithNothing() throws IOException {
    assertThatThrownBy(() -> stills.choose(directory.toFile())).isInstanceOf(BadOutput.class);
    write("");
    assertThatThrownBy(() -> stills.choose(directory.toFile())).isInstanceOf(BadOutput.class);
    write(look(0, 0, 0.5, "1.0"));
    assertThatThrownBy(() -> stills.choose(directory.toFile()))
        .isInstanceOf(BadOutput.class)
        .hasMessageContaining("still-01.jpg");
    Files.writeString(directory.resolve("still-01.jpg"), "no picture");
    assertThatThrownBy(() -> stills.choose(directory.toFile())).isInstanceOf(BadOutput.class);
  }

  private static String look(int frame, int second, double entropy, String blur) {
    return """
        frame:%d    pts:%d     pts_time:%d.5
        lavfi.entropy.entropy.normal.Y=5.1
        lavfi.entropy.normalized_entropy.normal.Y=%s
        lavfi.blur=%s
        """
        .formatted(frame, second * 12_800, second, entropy, blur);
  }

  private void write(String looks) throws IOException {
    Files.writeString(directory.resolve("looks.txt"), looks);
  }

  private void picture(int number) throws IOException {
    var image = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, "jpeg", directory.resolve("still-0" + number + ".jpg").toFile());
  }
}
