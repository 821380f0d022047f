package aln.storage;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's buckets, made at the start where they are missing. A store that is away does not stop
 * the start: they are made as soon as it answers.
 */
final class Buckets implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Buckets.class);
  private static final int RETRY_SECONDS = 5;

  private final MinioClient client;
  private final URI endpoint;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "make buckets");
            thread.setDaemon(true);
            return thread;
          });

  Buckets(MinioClient client, URI endpoint) {
    this.client = client;
    this.endpoint = endpoint;
  }

  /** Makes them now, or when the store is away, says so and tries again until it is back. */
  void makeNowOrLater() {
    try {
      make();
    } catch (StoreUnavailable e) {
      LOG.warn("Uploads and playback wait for the object store. {}", e.getMessage());
      later.schedule(this::makeNowOrLater, RETRY_SECONDS, TimeUnit.SECONDS);
    }
  }

  /**
   * Makes what is missing; does nothing when all are there. Other hubs may do the same meanwhile.
   *
   * @throws StoreUnavailable when the store is away or refuses
   */
  void make() {
    Keys.BUCKETS.forEach(this::make);
  }

  private void make(String bucket) {
    try {
      if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
        client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
      }
    } catch (ErrorResponseException e) {
      if (!e.errorResponse().code().equals("BucketAlreadyOwnedByYou")) {
        throw new StoreUnavailable(endpoint, "make bucket " + bucket, e);
      }
    } catch (MinioException | IOException | GeneralSecurityException e) {
      throw new StoreUnavailable(endpoint, "make bucket " + bucket, e);
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
