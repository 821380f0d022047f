package aln.storage;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;

/** A stretch of a file as a request body: streamed, and readable again for a second try. */
final class FileSlice extends RequestBody {

  private final File file;
  private final long offset;
  private final long length;
  private final MediaType type;

  FileSlice(File file, long offset, long length, String type) {
    if (offset < 0 || length < 0 || offset + length > file.length()) {
      throw new IllegalArgumentException(
          "%s has no bytes %d to %d".formatted(file, offset, offset + length));
    }
    this.file = file;
    this.offset = offset;
    this.length = length;
    this.type = MediaType.get(type);
  }

  @Override
  public MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (var in = new FileInputStream(file)) {
      in.getChannel().position(offset);
      sink.write(Okio.source(in), length);
    }
  }
}
