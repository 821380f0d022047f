package aln.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * A worker's disk, small enough to be filled: a file system in memory that only the worker sees.
 *
 * @param wrapper what makes it before it becomes the worker; nothing where that is not allowed
 */
record Scratch(Path folder, List<String> wrapper) {

  private static final int MEGABYTES = 256;

  static Scratch in(Path folder) throws IOException {
    Files.createDirectories(folder);
    String mount = "mount -t tmpfs -o size=" + MEGABYTES + "m tmpfs \"$0\" && exec \"$@\"";
    for (List<String> way :
        List.of(List.of("unshare", "--mount"), List.of("unshare", "--map-root-user", "--mount"))) {
      List<String> wrapper = new ArrayList<>(way);
      wrapper.addAll(List.of("sh", "-c", mount, folder.toString()));
      if (works(wrapper)) {
        return new Scratch(folder, wrapper);
      }
    }
    return new Scratch(folder, List.of());
  }

  private static boolean works(List<String> wrapper) throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add("true");
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException missing) {
      return false;
    }
  }

  /** Somebody else's file takes the last byte. */
  void fill(Node worker) throws IOException {
    if (wrapper.isEmpty()) {
      throw new TestAbortedException("no file system can be mounted for one process here");
    }
    byte[] some = new byte[64 * 1024];
    try (OutputStream file = Files.newOutputStream(others(worker))) {
      for (int i = 0; i < MEGABYTES * 16 + 1; i++) {
        file.write(some);
      }
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException full) {
      return;
    }
    throw new IllegalStateException("the file system is not full");
  }

  void free(Node worker) throws IOException {
    if (!wrapper.isEmpty()) {
      Files.deleteIfExists(others(worker));
    }
  }

  private Path others(Node worker) {
    return worker.seen(folder.resolve("of-somebody-else"));
  }
}
