package aln.media;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.encode.EncodedTrack;
import aln.media.plan.Plan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captions inside the picture, as American broadcasts have them. */
class CaptionsIT {

  private static final String SEEN = "ATSC A53 Part 4 Closed Captions";

  /** User data of MPEG-2 after ATSC A/53 part 4: two times two characters of CEA-608. */
  private static final byte[] WORDS = {
    0,
    0,
    1,
    (byte) 0xb2,
    'G',
    'A',
    '9',
    '4',
    3,
    0x42,
    -1,
    (byte) 0xfc,
    'h',
    'i',
    (byte) 0xfc,
    'h',
    'o',
    -1
  };

  @TempDir Path directory;

  @Test
  void areNotInWhatPlaylistsSayHasNone() throws IOException {
    Path source = broadcast();
    assertThat(sideData(source)).contains(SEEN);
    Studio studio = new Studio(Studio.SETTINGS, directory);
    Plan plan = studio.plan(studio.inspect(source), Studio.QUICK);
    for (EncodedTrack track : studio.encode(plan.encodeVideo().get(0), source)) {
      assertThat(sideData(studio.joined(List.of(track))))
          .contains("\"frames\"")
          .doesNotContain(SEEN);
    }
  }

  /** A caption in front of the first slice of each picture. */
  private Path broadcast() throws IOException {
    Made maker = new Made(directory);
    String options = "-c:v mpeg2video -q:v 3 -bf 0 -threads 1";
    byte[] plain =
        Files.readAllBytes(maker.file("plain.m2v", List.of(Numbered.picture("25", 1)), options));
    var out = new ByteArrayOutputStream();
    boolean picture = false;
    for (int i = 0; i < plain.length; i++) {
      if (i + 3 < plain.length && plain[i] == 0 && plain[i + 1] == 0 && plain[i + 2] == 1) {
        if (picture && plain[i + 3] == 1) {
          out.write(WORDS);
          picture = false;
        }
        picture |= plain[i + 3] == 0;
      }
      out.write(plain[i]);
    }
    return maker.cut(
        Files.write(directory.resolve("captions.m2v"), out.toByteArray()),
        "captions.ts",
        "-fflags +genpts -r 25");
  }

  private static String sideData(Path film) {
    return Tools.ffprobe(
        "-v",
        "error",
        "-select_streams",
        "v",
        "-read_intervals",
        "%+#5",
        "-show_frames",
        "-of",
        "json",
        film.toString());
  }
}
