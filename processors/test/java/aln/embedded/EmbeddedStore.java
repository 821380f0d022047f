package aln.embedded;

import aln.storage.StoreConnection;
import aln.storage.StoreSettings;
import java.nio.file.Path;

/** The embedded store alone, for the tests of other packages. */
public record EmbeddedStore(AutoCloseable running, StoreConnection connection)
    implements AutoCloseable {

  public static EmbeddedStore start(Path data) throws Exception {
    return start(data, 0);
  }

  public static EmbeddedStore start(Path data, int port) throws Exception {
    DataDirectory directory = DataDirectory.hold(data);
    var settings = new StoreSettings("", "", "", "", "us-east-1", "127.0.0.1", port);
    var secrets = new Secrets(directory.folder("keys"));
    var part = new StorePart(directory.folder("store"), secrets, settings);
    StoreConnection connection = part.start();
    return new EmbeddedStore(
        () -> {
          part.stop();
          directory.close();
        },
        connection);
  }

  @Override
  public void close() throws Exception {
    running.close();
  }
}
