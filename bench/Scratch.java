import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much of its disk a worker uses at most, and the hub's memory, for six minutes and for two hours
 * of a small picture with sound.
 */
final class Scratch {

  private final Path folder;
  private long picture;
  private long sound;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    try (Films films = Films.small();
        Hub hub = Hub.start()) {
      hub.register();
      for (int length : new int[] {360, 7200}) {
        File film = films.lasting(length);
        Scratch scratch = new Scratch(hub.data().resolve("scratch"));
        Hub.Upload upload = hub.upload(film);
        hub.complete(upload);
        String asset = scratch.watch(hub, upload);
        System.out.printf(
            "%5d s of film, source %.1f MB, %s: scratch at most %.1f MB of picture, %.1f MB of sound;"
                + " hub %d MB resident at most%n",
            length, film.length() / 1e6, Hub.field(asset, "status"), scratch.picture / 1e6,
            scratch.sound / 1e6, Proc.megabytes(hub.pid(), "VmHWM"));
      }
    }
  }

  private String watch(Hub hub, Hub.Upload upload) throws IOException, InterruptedException {
    String asset;
    do {
      for (int i = 0; i < 20; i++) {
        look();
        Thread.sleep(20);
      }
      asset = hub.get("/api/assets/" + upload.asset());
    } while (!Hub.field(asset, "status").matches("complete|failed"));
    return asset;
  }

  private void look() {
    sound = Math.max(sound, bytes(true));
    picture = Math.max(picture, bytes(false));
  }

  private long bytes(boolean ofSound) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("audio-") == ofSound)
          .mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0)
          .sum();
    } catch (NoSuchFileException | UncheckedIOException gone) {
      return 0; // a task has just cleared its directory
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
