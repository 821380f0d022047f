package aln.media;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.encode.EncodedTrack;
import aln.media.plan.Plan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture is shown as its display matrix says (ISO/IEC 14496-12), turned or mirrored. */
class OrientationIT {

  /** Stored: black and dark above, bright and white below. */
  private static final String QUARTERS =
      "nullsrc=s=320x192:r=25:d=1,geq=lum='16+73*(gte(X,W/2)+2*gte(Y,H/2))':cb=128:cr=128";

  /** Of the matrix: a b c d in 16.16, then what is shown from the top left on, 0–3. */
  @TempDir Path directory;

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource({
    "1, 0, 0, 1, 320x192, 0123",
    "0, 1, -1, 0, 192x320, 2031",
    "-1, 0, 0, -1, 320x192, 3210",
    "0, -1, 1, 0, 192x320, 1302",
    "-1, 0, 0, 1, 320x192, 1032",
    "1, 0, 0, -1, 320x192, 2301",
    "0, 1, 1, 0, 192x320, 0213",
    "0, -1, -1, 0, 192x320, 3120"
  })
  void isWhatTheMatrixSays(int a, int b, int c, int d, String size, String quarters)
      throws IOException {
    Path source =
        new Made(directory)
            .file("source.mp4", List.of(QUARTERS), "-c:v libx264 -preset ultrafast -crf 10");
    turn(source, a, b, c, d);
    Studio studio = new Studio(Studio.SETTINGS, directory);
    Plan plan = studio.plan(studio.inspect(source));
    assertThat(plan.video().get(0).width() + "x" + plan.video().get(0).height()).isEqualTo(size);
    List<EncodedTrack> tracks = studio.encode(plan.encodeVideo().get(0), source);
    assertThat(shown(studio.joined(tracks.subList(0, 1)))).isEqualTo(quarters);
    assertThat(shown(studio.poster(plan.poster(), source))).isEqualTo(quarters);
  }

  private static void turn(Path file, int... matrix) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int box = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
    ByteBuffer at = ByteBuffer.wrap(bytes);
    int[] places = {0, 4, 12, 16};
    for (int i = 0; i < places.length; i++) {
      at.putInt(box + 44 + places[i], matrix[i] << 16);
    }
    Files.write(file, bytes);
  }

  private String shown(Path picture) {
    byte[] grey =
        Tools.ffmpeg(
                directory.toFile(),
                "-v",
                "error",
                "-i",
                picture.toString(),
                "-frames:v",
                "1",
                "-vf",
                "scale=2:2:flags=area,format=gray",
                "-f",
                "rawvideo",
                "-")
            .raw();
    List<String> quarters = new ArrayList<>();
    for (byte each : grey) {
      quarters.add(Long.toString(Math.round((each & 0xff) / 85.0)));
    }
    return String.join("", quarters);
  }
}
