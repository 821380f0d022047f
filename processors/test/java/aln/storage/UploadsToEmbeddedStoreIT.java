package aln.storage;

import aln.embedded.EmbeddedStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class UploadsToEmbeddedStoreIT extends UploadContract {

  @TempDir static Path data;
  private static EmbeddedStore embedded;

  @BeforeAll
  static void start() throws Exception {
    embedded = EmbeddedStore.start(data);
  }

  @AfterAll
  static void stop() throws Exception {
    embedded.close();
  }

  @Override
  StoreConnection connection() {
    return embedded.connection();
  }
}
