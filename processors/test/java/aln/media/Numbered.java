package aln.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture that shows the number of its frame as sixteen bars: a frame that is lost, doubled or
 * moved is seen in whatever is made of it.
 */
final class Numbered {

  private static final int BARS = 16;

  private Numbered() {}

  /** A source of FFmpeg's lavfi, 320×192. */
  static String picture(String rate, int seconds) {
    return "nullsrc=s=320x192:r=%s:d=%d,geq=lum='if(mod(floor(N/pow(2,floor(X*%d/W))),2),235,16)':cb=128:cr=128"
        .formatted(rate, seconds, BARS);
  }

  /** The numbers that a video shows, frame by frame as they are stored. */
  static List<Integer> read(Path video) {
    byte[] grey =
        Tools.ffmpeg(
                video.getParent().toFile(),
                "-v",
                "error",
                "-i",
                video.toString(),
                "-vf",
                "scale=%d:1:flags=area,format=gray".formatted(BARS),
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                "-")
            .raw();
    List<Integer> numbers = new ArrayList<>();
    for (int frame = 0; frame < grey.length / BARS; frame++) {
      int number = 0;
      for (int bar = 0; bar < BARS; bar++) {
        number |= (grey[frame * BARS + bar] & 0x80) == 0 ? 0 : 1 << bar;
      }
      numbers.add(number);
    }
    return numbers;
  }
}
