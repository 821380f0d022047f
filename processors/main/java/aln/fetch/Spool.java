package aln.fetch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a part lies until the store has it: a file without a name, which is gone with the process
 * however that ends, so that memory does not grow with the size of parts.
 */
final class Spool implements AutoCloseable {

  private static final int BUFFER = 64 << 10;

  private final RandomAccessFile file;
  private final byte[] buffer = new byte[BUFFER];

  /**
   * @throws UncheckedIOException when the disk does not take it
   */
  Spool(File directory) {
    try {
      Path place = Files.createTempFile(Files.createDirectories(directory.toPath()), "part", "");
      file = new RandomAccessFile(place.toFile(), "rw");
      Files.delete(place);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** From its first byte. */
  RandomAccessFile file() throws IOException {
    file.seek(0);
    return file;
  }

  /**
   * Takes bytes anew, up to so many or the end of the stream.
   *
   * @return how many there were
   * @throws SourceFailed when the stream breaks off or is too slow
   * @throws UncheckedIOException when the disk is full
   */
  long fill(InputStream from, long most, Course course, Pace pace) throws SourceFailed {
    rewind();
    long taken = 0;
    while (taken < most) {
      int count = read(from, (int) Math.min(BUFFER, most - taken));
      if (count < 0) {
        break;
      }
      course.check();
      write(count);
      taken += count;
      course.add(count);
      pace.add(count);
    }
    return taken;
  }

  private int read(InputStream from, int most) throws SourceFailed {
    try {
      return from.read(buffer, 0, most);
    } catch (IOException broken) {
      throw new SourceFailed("The connection to the server broke off.", broken);
    }
  }

  private void rewind() {
    try {
      file.setLength(0);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private void write(int count) {
    try {
      file.write(buffer, 0, count);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
