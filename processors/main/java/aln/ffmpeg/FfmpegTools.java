package aln.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The FFmpeg of this machine: the configured one; else that of the PATH if it is 5.1 or later and
 * can encode what must be encoded; else the bundled one. It is sought while the other beans are
 * made, so that it costs the start no time.
 */
@Component
public class FfmpegTools implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(FfmpegTools.class);

  private final FfmpegSettings settings;
  private final BundledFfmpeg bundled;
  private final CompletableFuture<Abilities> abilities;

  public FfmpegTools(FfmpegSettings settings, @Value("${aln.data-dir}") File dataDirectory) {
    this.settings = settings;
    this.bundled = new BundledFfmpeg(new File(dataDirectory, "ffmpeg"));
    this.abilities = CompletableFuture.supplyAsync(this::find, FfmpegTools::inBackground);
  }

  /**
   * What it can do; waits for the first answer.
   *
   * @throws FfmpegUnusable if there is none
   */
  public Abilities abilities() {
    try {
      return abilities.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof FfmpegUnusable unusable ? unusable : failed;
    }
  }

  /**
   * The absolute path of the program to start: the one that the command asks for, or {@link
   * Guard#NICE} in front of it where that works.
   */
  public String locate(Command command) {
    return line(command).get(0);
  }

  /** All that follows the program's name. */
  public List<String> arguments(Command command) {
    List<String> line = line(command);
    return line.subList(1, line.size());
  }

  private List<String> line(Command command) {
    Stream<String> nice =
        abilities().guards().contains(Guard.NICE)
            ? Guard.NICE.prefix(Stream.of("-n", Integer.toString(command.niceness()))).stream()
            : Stream.empty();
    Stream<String> plain = Stream.concat(Stream.of(program(command)), command.arguments().stream());
    return Stream.concat(nice, plain).toList();
  }

  private String program(Command command) {
    Installation installation = abilities().installation();
    return switch (command.tool()) {
      case FFMPEG -> installation.ffmpeg().getPath();
      case FFPROBE -> installation.ffprobe().getPath();
    };
  }

  /** Fails the start here, when there is no usable FFmpeg. */
  @Override
  public void afterSingletonsInstantiated() {
    LOG.info("{}", abilities().summary());
  }

  private Abilities find() {
    List<String> reasons = new ArrayList<>();
    Optional<Abilities> found =
        settings.path().isBlank()
            ? onPath(reasons).or(() -> bundled(reasons))
            : configured(reasons);
    return found.orElseThrow(() -> new FfmpegUnusable(reasons));
  }

  private Optional<Abilities> configured(List<String> reasons) {
    File named = new File(settings.path()).getAbsoluteFile();
    File ffmpeg = named.isDirectory() ? new File(named, "ffmpeg") : named;
    File ffprobe = new File(ffmpeg.getParentFile(), ffmpeg.getName().replace("ffmpeg", "ffprobe"));
    Installation pair = new Installation(ffmpeg, ffprobe, Installation.Origin.CONFIGURED, null);
    return attempt(ffmpeg + " (ALN_FFMPEG)", () -> pair, reasons);
  }

  private Optional<Abilities> onPath(List<String> reasons) {
    Optional<File> ffmpeg = Programs.onPath("ffmpeg");
    Optional<File> ffprobe = Programs.onPath("ffprobe");
    if (ffmpeg.isEmpty() || ffprobe.isEmpty()) {
      reasons.add("PATH: there is no " + (ffmpeg.isEmpty() ? "ffmpeg" : "ffprobe") + " on it");
      return Optional.empty();
    }
    Installation pair =
        new Installation(ffmpeg.get(), ffprobe.get(), Installation.Origin.PATH, null);
    return attempt(ffmpeg.get() + " (PATH)", () -> pair, reasons);
  }

  private Optional<Abilities> bundled(List<String> reasons) {
    return attempt("bundled FFmpeg", bundled::install, reasons);
  }

  private static Optional<Abilities> attempt(
      String name, Candidate candidate, List<String> reasons) {
    try {
      return Optional.of(AbilitiesProbe.probe(candidate.installation()));
    } catch (FileSystemException unwritable) {
      reasons.add(name + ": " + unwritable); // its message alone is only a path
      return Optional.empty();
    } catch (IOException unusable) {
      reasons.add(name + ": " + unusable.getMessage());
      return Optional.empty();
    }
  }

  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "find-ffmpeg");
    thread.setDaemon(true);
    thread.start();
  }

  @FunctionalInterface
  private interface Candidate {
    Installation installation() throws IOException;
  }
}
