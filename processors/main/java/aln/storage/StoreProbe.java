package aln.storage;

import io.minio.BucketExistsArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the store whether it is there: when somebody doubts it, and whether it is back, each time
 * the circuit lets one call through; without it a hub that refuses work while the store is away
 * would never find out.
 */
final class StoreProbe implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StoreProbe.class);

  private final MinioClient client;
  private final StoreCircuit circuit;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            var probing = new Thread(task, "probe store");
            probing.setDaemon(true);
            return probing;
          });

  StoreProbe(StoreCircuit circuit, MinioClient client) {
    this.circuit = circuit;
    this.client = client;
    circuit.onHalfOpen(() -> thread.execute(this::answers));
    circuit.onDoubt(() -> thread.execute(this::isThere));
  }

  /** Asks as often as it takes to open the circuit; one answer is enough to leave it closed. */
  private void isThere() {
    boolean there = false;
    for (int i = 0; i < StoreCircuit.FEWEST_CALLS && !there && !circuit.isOpen(); i++) {
      there = answers();
    }
  }

  private boolean answers() {
    try {
      client.bucketExists(BucketExistsArgs.builder().bucket(Keys.RAW).build());
      return true;
    } catch (MinioException | IOException | GeneralSecurityException away) {
      LOG.debug("The object store does not answer: {}", away.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
