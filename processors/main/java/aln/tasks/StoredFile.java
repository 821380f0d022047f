package aln.tasks;

import com.google.common.io.ByteStreams;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stretch of a worker's file that becomes an object of its own.
 *
 * @param key in the transcoded bucket
 * @param offset of its first byte in the file
 * @param length bytes
 */
public record StoredFile(String key, File file, long offset, long length, String contentType) {

  /** Its bytes; whoever reads them closes the stream. */
  public InputStream open() throws IOException {
    FileInputStream whole = new FileInputStream(file);
    whole.getChannel().position(offset);
    return ByteStreams.limit(whole, length);
  }
}
