package aln.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledFfmpegTest {

  /** What the C and C++ run time consists of; the JDK needs it too. */
  private static final Pattern RUNTIME =
      Pattern.compile("(ld-linux|linux-vdso|libc|libm|libmvec|libstdc\\+\\+|libgcc_s)[-.].*");

  @TempDir File directory;

  @BeforeEach
  void onlyWhereThereIsOne() {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    assumeTrue(System.getProperty("os.arch").equals("amd64"));
  }

  @Test
  void runsAndCanDoAllThatIsAskedOfIt() throws IOException {
    Abilities abilities = AbilitiesProbe.probe(new BundledFfmpeg(directory).install());
    assertThat(abilities.version()).startsWith("8.");
    assertThat(abilities.encoders()).contains("libx264", "aac", "libsvtav1");
    assertThat(abilities.filters()).contains("scale", "zscale", "tonemap", "bwdif", "loudnorm");
    assertThat(abilities.protocols()).contains("http", "https");
  }

  @Test
  void needsNothingThatABareServerDoesNotHave() throws IOException {
    Installation installed = new BundledFfmpeg(directory).install();
    Map<String, String> trace = new HashMap<>(installed.environment());
    trace.put("LD_TRACE_LOADED_OBJECTS", "1");
    List<String> foreign = new ArrayList<>();
    for (File program : List.of(installed.ffmpeg(), installed.ffprobe())) {
      String libraries = Programs.ask(List.of(program.getPath()), trace);
      assertThat(libraries).contains("libavdevice.so").doesNotContain("not found");
      libraries.lines().map(String::strip).filter(line -> !isOurs(line)).forEach(foreign::add);
    }
    assertThat(foreign).isNotEmpty().allMatch(line -> name(line).matches(RUNTIME.pattern()));
  }

  @Test
  void isUnpackedOnceAndAsAWhole() throws IOException {
    BundledFfmpeg bundled = new BundledFfmpeg(directory);
    long first = bundled.install().ffmpeg().lastModified();
    assertThat(bundled.install().ffmpeg().lastModified()).isEqualTo(first);
    assertThat(directory.list()).hasSize(1).allMatch(name -> name.matches("\\d.*"));
  }

  @Test
  void clearsAwayWhatAKilledStartLeft() throws IOException {
    File abandoned = new File(directory, ".unpacking-1");
    assertThat(abandoned.mkdirs() && new File(abandoned, "ffmpeg").createNewFile()).isTrue();
    assertThat(abandoned.setLastModified(System.currentTimeMillis() - 3_600_000)).isTrue();
    new BundledFfmpeg(directory).install();
    assertThat(abandoned).doesNotExist();
  }

  @Test
  void twoStartsAtATimeShareIt() {
    List<CompletableFuture<Installation>> starts =
        List.of(
            CompletableFuture.supplyAsync(this::install),
            CompletableFuture.supplyAsync(this::install));
    assertThat(starts)
        .extracting(CompletableFuture::join)
        .hasSize(2)
        .containsOnly(starts.get(0).join());
    assertThat(directory.list()).hasSize(1);
  }

  private Installation install() {
    try {
      return new BundledFfmpeg(directory).install();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private boolean isOurs(String line) {
    return line.contains(directory.getPath());
  }

  private static String name(String line) {
    String name = line.split(" ")[0];
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
