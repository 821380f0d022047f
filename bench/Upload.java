import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether memory stays bounded whatever the size of a file: a large upload passes the store that is
 * embedded in a hub with a small heap, completes, and is processed.
 *
 * <p>Arguments: gigabytes (default 4), megabytes of heap (default 256).
 */
final class Upload {

  public static void main(String[] arguments) throws Exception {
    int gigabytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4;
    int heap = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 256;
    Path folder = Files.createTempDirectory("aln-bench-upload");
    Path film = folder.resolve("film.mp4");
    try (Hub hub = Hub.start("-Xmx" + heap + "m", "-XX:+ExitOnOutOfMemoryError")) {
      make(film.toFile(), gigabytes * 1_000_000_000L);
      hub.register();
      System.out.printf("heap %d MB, before: %s%n", heap, memory(hub));
      long start = System.nanoTime();
      Hub.Upload upload = hub.upload(film.toFile());
      System.out.printf(
          "%d GB stored in %.1f s: %s%n", gigabytes, (System.nanoTime() - start) / 1e9, memory(hub));
      hub.complete(upload);
      String asset = hub.await(upload);
      System.out.printf("%s: %s%n", Hub.field(asset, "status"), memory(hub));
      if (asset.contains("\"failure\"")) {
        System.out.println("  because: " + Hub.field(asset, "message"));
      }
    } finally {
      Files.deleteIfExists(film);
      Files.delete(folder);
    }
  }

  /** Five seconds of a real film whose index comes first, then a hole up to the wanted length. */
  private static void make(File film, long bytes) throws IOException, InterruptedException {
    Process ffmpeg =
        new ProcessBuilder(
                Pipeline.Picture.program("ffmpeg"), "-y", "-loglevel", "error", "-f", "lavfi",
                "-i", "testsrc2=size=640x360:rate=25:duration=5", "-c:v", "libx264", "-preset",
                "ultrafast", "-pix_fmt", "yuv420p", "-movflags", "+faststart", film.getPath())
            .inheritIO()
            .start();
    if (ffmpeg.waitFor() != 0) {
      throw new IllegalStateException("FFmpeg made no film");
    }
    try (RandomAccessFile file = new RandomAccessFile(film, "rw")) {
      file.setLength(bytes);
    }
  }

  /** The hub's resident memory, now and at most, and its heap. */
  private static String memory(Hub hub) throws IOException, InterruptedException {
    return "%d MB resident, at most %d MB so far; heap %s"
        .formatted(
            Proc.megabytes(hub.pid(), "VmRSS"), Proc.megabytes(hub.pid(), "VmHWM"), heap(hub.pid()));
  }

  private static String heap(long pid) throws IOException, InterruptedException {
    String jcmd = System.getProperty("java.home") + "/bin/jcmd";
    Process info = new ProcessBuilder(jcmd, Long.toString(pid), "GC.heap_info").start();
    String answer = new String(info.getInputStream().readAllBytes());
    info.waitFor();
    return answer.lines().filter(line -> line.contains("used")).findFirst().orElse("?").strip();
  }
}
