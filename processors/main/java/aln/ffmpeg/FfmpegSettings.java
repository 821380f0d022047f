package aln.ffmpeg;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * {@code aln.ffmpeg.*}
 *
 * @param path the ffmpeg program, or a folder that holds ffmpeg and ffprobe; empty to search
 * @param limits what one process may use
 */
@ConfigurationProperties("aln.ffmpeg")
public record FfmpegSettings(String path, Limits limits) {

  /**
   * Limits of one process, set by {@code prlimit} (setrlimit(2)); 0 means none.
   *
   * @param cpuSeconds CPU time over all threads
   * @param memory address space, which is several times the memory really used
   * @param fileSize the largest file it may write
   * @param processes threads and processes of the whole user, the hub's own included
   */
  public record Limits(long cpuSeconds, DataSize memory, DataSize fileSize, long processes) {

    /** The options of {@code prlimit(1)}. */
    Stream<String> options() {
      return Stream.of(
              option("cpu", cpuSeconds),
              option("as", memory.toBytes()),
              option("fsize", fileSize.toBytes()),
              option("nproc", processes))
          .flatMap(Optional::stream);
    }

    private static Optional<String> option(String name, long limit) {
      return limit == 0 ? Optional.empty() : Optional.of("--" + name + "=" + limit);
    }
  }
}
