package aln.tasks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where this process puts its workers' directories: a folder of its own below the scratch folder,
 * with a lock in it that ends with the process however it ends. What a killed process left is
 * cleared by the next that starts.
 */
@Component
class Scratch implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
  private static final String LOCK = "lock";

  private final Path own;
  private final FileChannel lock;

  Scratch(TaskSettings settings) throws IOException {
    Path all = Files.createDirectories(settings.scratchDir().toPath().toAbsolutePath());
    for (Path other : folders(all)) {
      clearIfLeft(other);
    }
    own = Files.createTempDirectory(all, "worker-");
    lock = open(own.resolve(LOCK));
    lock.lock();
  }

  /** Where a directory of this name is or will be. */
  File locate(String name) {
    return own.resolve(name).toFile();
  }

  /**
   * Makes it, empty.
   *
   * @throws UncheckedIOException when the disk is full or not writable
   */
  void make(File directory) {
    try {
      FileSystemUtils.deleteRecursively(directory.toPath());
      Files.createDirectories(directory.toPath());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Bytes that may still be written on its disk. */
  long usable() {
    return own.toFile().getUsableSpace();
  }

  @Override
  public void destroy() throws IOException {
    lock.close();
    FileSystemUtils.deleteRecursively(own);
  }

  private static List<Path> folders(Path all) throws IOException {
    try (Stream<Path> entries = Files.list(all)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }

  /** One without a lock file is just being made. */
  private static void clearIfLeft(Path other) throws IOException {
    Path file = other.resolve(LOCK);
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = open(file);
        FileLock left = channel.tryLock()) {
      if (left != null) {
        FileSystemUtils.deleteRecursively(other);
      }
    } catch (OverlappingFileLockException ours) {
      LOG.debug("{} belongs to another hub of this process", other);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
