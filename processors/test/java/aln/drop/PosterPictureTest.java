package aln.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import aln.problems.Problem;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PosterPictureTest {

  @Test
  void isAJpegOfAtMost1920PixelsASide() throws IOException {
    BufferedImage poster = drawn(picture(900, 9000, BufferedImage.TYPE_INT_RGB));
    assertThat(poster.getWidth()).isEqualTo(192);
    assertThat(poster.getHeight()).isEqualTo(1920);
  }

  @Test
  void isNeverEnlarged() throws IOException {
    BufferedImage poster = drawn(picture(40, 30, BufferedImage.TYPE_INT_RGB));
    assertThat(poster.getWidth()).isEqualTo(40);
    assertThat(poster.getHeight()).isEqualTo(30);
  }

  @Test
  void isBlackWhereThePictureIsTransparent() throws IOException {
    BufferedImage poster = drawn(picture(16, 16, BufferedImage.TYPE_INT_ARGB));
    assertThat(new Color(poster.getRGB(8, 8))).isEqualTo(Color.BLACK);
  }

  @Test
  void refusesWhatIsNoPictureOrACutOne() throws IOException {
    byte[] whole = picture(64, 64, BufferedImage.TYPE_INT_RGB);
    for (byte[] bad :
        new byte[][] {
          {}, "no picture".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(whole, 40)
        }) {
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> PosterPicture.of(bad))
          .withMessageContaining("bad-poster");
    }
  }

  private static BufferedImage drawn(byte[] picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(PosterPicture.of(picture)));
  }

  private static byte[] picture(int width, int height, int type) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, type), "png", bytes);
    return bytes.toByteArray();
  }
}
