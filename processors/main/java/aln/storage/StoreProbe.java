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
 * Asks the store whether it is back, each time the circuit lets one call through; without it a hub
 * that refuses work while the store is away would never find out.
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
    circuit.onHalfOpen(() -> thread.execute(this::ask));
  }

  private void ask() {
    try {
      client.bucketExists(BucketExistsArgs.builder().bucket(Keys.RAW).build());
      LOG.info("The object store is back.");
    } catch (MinioException | IOException | GeneralSecurityException away) {
      LOG.warn("{} {}", circuit.reason(), away.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
