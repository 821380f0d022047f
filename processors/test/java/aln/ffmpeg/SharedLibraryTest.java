package aln.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class SharedLibraryTest {

  private static final ClassPathResource AVDEVICE =
      new ClassPathResource("org/bytedeco/ffmpeg/linux-x86_64-gpl/libavdevice.so.62");

  private byte[] original = new byte[0];

  @BeforeEach
  void read() throws IOException {
    assumeTrue(AVDEVICE.exists());
    try (InputStream content = AVDEVICE.getInputStream()) {
      original = content.readAllBytes();
    }
  }

  @Test
  void readsWhatALibraryWasLinkedWith() {
    SharedLibrary library = SharedLibrary.of(original);
    assertThat(library.needed())
        .containsExactly(
            "libavfilter.so.11",
            "libavformat.so.62",
            "libavcodec.so.62",
            "libavutil.so.60",
            "libdrm.so.2",
            "libxcb.so.1",
            "libxcb-shm.so.0",
            "libasound.so.2",
            "libpulse.so.0",
            "libc.so.6");
    assertThat(library.versioned()).contains("libasound.so.2", "libpulse.so.0").hasSize(7);
  }

  @Test
  void forgetsTheCaptureLibrariesAndKeepsTheRestInOrder() {
    byte[] mended = SharedLibrary.of(original).without(BundledFfmpeg.CAPTURE_LIBRARIES);
    SharedLibrary library = SharedLibrary.of(mended);
    assertThat(library.needed())
        .containsExactly(
            "libavfilter.so.11",
            "libavformat.so.62",
            "libavcodec.so.62",
            "libavutil.so.60",
            "libdrm.so.2",
            "libc.so.6");
    assertThat(library.versioned())
        .containsExactly(
            "libavcodec.so.62",
            "libc.so.6",
            "libavfilter.so.11",
            "libavformat.so.62",
            "libavutil.so.60");
    assertThat(mended).hasSameSizeAs(original);
  }

  @Test
  void leavesTheGivenBytesAlone() {
    byte[] copy = original.clone();
    SharedLibrary.of(original).without(BundledFfmpeg.CAPTURE_LIBRARIES);
    assertThat(original).isEqualTo(copy);
  }

  @Test
  void refusesWhatIsNoLibrary() {
    assertThatIllegalArgumentException().isThrownBy(() -> SharedLibrary.of(new byte[64]));
  }
}
