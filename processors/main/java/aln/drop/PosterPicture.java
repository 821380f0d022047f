package aln.drop;

import aln.problems.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture as a poster: a JPEG of at most 1920 pixels a side, drawn anew, so that nothing of the
 * file but its pixels is ever published.
 */
final class PosterPicture {

  private static final int LONGEST_SIDE = 1920;
  private static final long MOST_PIXELS = 100_000_000;

  private PosterPicture() {}

  /**
   * @throws Problem 422 {@code bad-poster} when it is no picture, or has more than 100 megapixels
   */
  static byte[] of(byte[] file) {
    try (ImageInputStream bytes = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
      if (!readers.hasNext()) {
        throw bad();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(bytes, true, true);
        return jpeg(drawn(read(reader)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
      throw bad();
    }
  }

  /** No more pixels than are needed ever lie in memory. */
  private static BufferedImage read(ImageReader reader) throws IOException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width * height > MOST_PIXELS) {
      throw bad();
    }
    int every = (int) Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
    ImageReadParam coarse = reader.getDefaultReadParam();
    coarse.setSourceSubsampling(every, every, 0, 0);
    return reader.read(0, coarse);
  }

  private static BufferedImage drawn(BufferedImage picture) {
    double scale =
        Math.min(1, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, Color.BLACK, null);
    pen.dispose();
    return drawn;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", bytes);
    return bytes.toByteArray();
  }

  private static Problem bad() {
    return Problem.unprocessable(
        "bad-poster",
        "This is no JPEG or PNG picture of up to 100 megapixels. Export it again and drop it under the same name.");
  }
}
