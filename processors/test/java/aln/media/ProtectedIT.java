package aln.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be decoded is refused by its name before anything is encoded. */
class ProtectedIT {

  private static final String PICTURE = "testsrc2=s=320x192:r=25:d=1";

  @TempDir Path directory;

  @Test
  void commonEncryptionIsCalledEncrypted() throws IOException {
    assertThat(refusal(renamed("encv", "sinf")).code()).isEqualTo("encrypted");
  }

  @Test
  void anUnknownCodecIsNamedByItsFourLetters() throws IOException {
    MediaRefused refusal = refusal(renamed("zzz9", "zzzC"));
    assertThat(refusal.code()).isEqualTo("unknown-codec");
    assertThat(refusal).hasMessageContaining("zzz9");
  }

  @ParameterizedTest
  @CsvSource({"bare.h264, libx264", "bare.m2v, mpeg2video"})
  void aStreamWithoutAContainerIsCalledThat(String file, String codec) {
    Path source = new Made(directory).file(file, List.of(PICTURE), "-c:v " + codec);
    assertThat(refusal(source).code()).isEqualTo("no-container");
  }

  /** An MP4 whose sample entry, and the box inside that says how to decode it, have other names. */
  private Path renamed(String entry, String box) throws IOException {
    Path source =
        new Made(directory).file("source.mp4", List.of(PICTURE), "-c:v libx264 -preset ultrafast");
    String latin = Files.readString(source, StandardCharsets.ISO_8859_1);
    String renamed = latin.replace("avc1", entry).replace("avcC", box);
    return Files.writeString(source, renamed, StandardCharsets.ISO_8859_1);
  }

  private MediaRefused refusal(Path source) {
    return catchThrowableOfType(
        MediaRefused.class, () -> new Studio(Studio.SETTINGS, directory).inspect(source));
  }
}
