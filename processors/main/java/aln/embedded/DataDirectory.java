package aln.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder that the embedded parts keep their data in, held by one hub at a time. The hold is an
 * advisory lock of the operating system, so it ends with the process, however that ends.
 */
final class DataDirectory implements AutoCloseable {

  private static final String NAME = "The hub";

  private final Path root;
  private final FileChannel channel;

  private DataDirectory(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * Makes the folder if it is missing, and holds it until {@link #close}.
   *
   * @throws PartFailure when another hub holds it, or it cannot be written
   */
  static DataDirectory hold(Path directory) {
    try {
      Path root = Files.createDirectories(directory.toAbsolutePath().normalize()).toRealPath();
      Path file = root.resolve("lock");
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw inUse(root, Files.readString(file).strip());
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
      return new DataDirectory(root, channel);
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
  }

  private static PartFailure notWritable(Path folder, IOException cause) {
    return new PartFailure(
        NAME,
        "the data directory " + folder + " cannot be written (" + cause + ").",
        "Let the hub's user write there, or choose another folder: ALN_DATA_DIR=<folder>",
        cause);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  private static PartFailure inUse(Path root, String process) {
    return new PartFailure(
        NAME,
        "the data directory "
            + root
            + " is in use by another hub (process "
            + process
            + "); two cannot share one.",
        "Stop the other hub (kill "
            + process
            + "), or give this one its own: ALN_DATA_DIR=<folder>");
  }

  /**
   * A folder inside, made if it is missing, for the hub's user only.
   *
   * @throws PartFailure when it cannot be made
   */
  Path folder(String name) {
    try {
      Path folder = Files.createDirectories(root.resolve(name));
      return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw notWritable(root.resolve(name), e);
    }
  }

  /** Lets other hubs have it. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
