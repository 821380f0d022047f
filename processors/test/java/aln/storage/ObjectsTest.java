package aln.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectsTest {

  /** Port 1 of this machine, where nothing listens. */
  private final StoreClients away =
      StoreClients.of(
          new StoreConnection(
              URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:1"), "r", "a", "s"));

  private final ObjectRef ref = new ObjectRef("drop", "key");

  @Test
  void saysWhatToDoWhenTheStoreIsAway(@TempDir Path folder) throws Exception {
    File file = Files.writeString(folder.resolve("f"), "x").toFile();
    Runnable[] calls = {
      () -> away.objects().head(ref),
      () -> away.objects().put(ref, file, "text/plain"),
      () -> away.objects().copy(ref, ref),
      () -> away.objects().delete(ref),
      () -> away.objects().deletePrefix("drop", "a/"),
      () -> away.objects().list("drop", "a/", null, 1),
      () -> away.buckets().make()
    };
    for (Runnable call : calls) {
      assertThatThrownBy(call::run)
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("http://127.0.0.1:1")
          .hasMessageContaining("ALN_S3_ENDPOINT");
    }
  }

  @Test
  void refusesAStretchThatTheFileDoesNotHave(@TempDir Path folder) throws Exception {
    File file = Files.writeString(folder.resolve("f"), "0123").toFile();
    assertThatThrownBy(() -> away.objects().put(ref, file, 2, 3, "text/plain"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no bytes 2 to 5");
  }
}
