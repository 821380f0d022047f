package aln.media.pictures;

import aln.media.BadOutput;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * What the head of a JPEG says; nothing is decoded.
 *
 * @param width pixels
 * @param height pixels
 */
record Jpeg(int width, int height) {

  /**
   * @throws BadOutput when the file is missing or no JPEG
   */
  static Jpeg read(File file) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file)) {
      if (in == null) {
        throw new BadOutput("The picture " + file.getName() + " was not written");
      }
      reader.setInput(in);
      return new Jpeg(reader.getWidth(0), reader.getHeight(0));
    } catch (IOException broken) {
      throw new BadOutput(
          "The picture " + file.getName() + " is missing or not a JPEG file", broken);
    } finally {
      reader.dispose();
    }
  }
}
