package aln.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/** Real clips, pictures and sound, which are too large for the repository. */
public final class TestMedia {

  private TestMedia() {}

  /**
   * @param path below the media folder, {@code video/talk.mp4}
   */
  public static File file(String path) {
    File file = new File(Provided.by("ALN_TEST_MEDIA"), path);
    assertThat(file).isFile();
    return file;
  }

  /** All files of a folder, {@code malformed}, in the order of their names; never none. */
  public static List<File> folder(String name) {
    File folder = new File(Provided.by("ALN_TEST_MEDIA"), name);
    assertThat(folder).isNotEmptyDirectory();
    return Stream.of(folder.listFiles()).filter(File::isFile).sorted().toList();
  }
}
