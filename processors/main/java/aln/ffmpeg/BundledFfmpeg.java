package aln.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The FFmpeg that comes inside the jar (org.bytedeco:ffmpeg, GPL build). It is unpacked once for
 * each version, and so that it runs where there is neither a desktop nor a sound system.
 */
final class BundledFfmpeg {

  /** What only screen, sound and camera capture need; a bare server does not have it. */
  static final Set<String> CAPTURE_LIBRARIES =
      Set.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");

  private static final String POM = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

  private static final String UNFINISHED = ".unpacking-";
  private static final Duration ABANDONED = Duration.ofMinutes(10);
  private static final Logger LOG = LoggerFactory.getLogger(BundledFfmpeg.class);

  private final File directory;

  /**
   * @param directory where versions are unpacked, one folder each
   */
  BundledFfmpeg(File directory) {
    this.directory = directory.toPath().toAbsolutePath().normalize().toFile();
  }

  /**
   * Unpacks it, unless an earlier start did.
   *
   * @throws IOException if there is none for this machine, or it cannot be written
   */
  Installation install() throws IOException {
    Path home = directory.toPath().resolve(version());
    if (!Files.isDirectory(home)) {
      unpack(home);
    }
    return new Installation(
        home.resolve("ffmpeg").toFile(),
        home.resolve("ffprobe").toFile(),
        Installation.Origin.BUNDLED,
        home.toFile());
  }

  /** All files appear at once, under the final name; of two starts at a time either may win. */
  private void unpack(Path home) throws IOException {
    Files.createDirectories(directory.toPath());
    removeAbandoned();
    Path unfinished = Files.createTempDirectory(directory.toPath(), UNFINISHED);
    try {
      for (Resource file : files()) {
        unpack(file, unfinished);
      }
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException refused) {
      if (!Files.isDirectory(home)) {
        throw refused;
      }
      LOG.debug("{} was unpacked by another start", home);
    } finally {
      FileSystemUtils.deleteRecursively(unfinished);
    }
  }

  /** What a start that was killed has left; a living one takes seconds. */
  private void removeAbandoned() {
    long old = System.currentTimeMillis() - ABANDONED.toMillis();
    File[] abandoned =
        directory.listFiles(
            file -> file.getName().startsWith(UNFINISHED) && file.lastModified() < old);
    for (File folder : Objects.requireNonNullElse(abandoned, new File[0])) {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static void unpack(Resource file, Path folder) throws IOException {
    String name = Objects.requireNonNull(file.getFilename());
    Path target = folder.resolve(name);
    try (InputStream content = file.getInputStream()) {
      if (name.startsWith("libavdevice.so")) {
        Files.write(target, SharedLibrary.of(content.readAllBytes()).without(CAPTURE_LIBRARIES));
      } else {
        Files.copy(content, target);
      }
    }
    if (!target.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + target + " executable");
    }
  }

  private static Resource[] files() throws IOException {
    String pattern = "classpath*:org/bytedeco/ffmpeg/" + platform() + "/*";
    Resource[] files = new PathMatchingResourcePatternResolver().getResources(pattern);
    return Arrays.stream(files)
        .filter(Resource::isReadable)
        .filter(file -> !Objects.requireNonNull(file.getFilename()).startsWith("libjni"))
        .toArray(Resource[]::new);
  }

  private static String version() throws IOException {
    ClassPathResource program =
        new ClassPathResource("org/bytedeco/ffmpeg/" + platform() + "/ffmpeg");
    if (!program.exists()) {
      throw new IOException("there is none for " + platform());
    }
    Properties pom = new Properties();
    try (InputStream content = new ClassPathResource(POM).getInputStream()) {
      pom.load(content);
    }
    return Objects.requireNonNull(pom.getProperty("version"), POM);
  }

  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").replace("amd64", "x86_64");
    return system + "-" + processor + "-gpl";
  }
}
