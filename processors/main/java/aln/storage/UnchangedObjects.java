package aln.storage;

import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/**
 * What is done to an object only as long as it is the one that was seen, told by its ETag: somebody
 * else writes there, too. All throw {@link StoreUnavailable} when the store is away.
 */
@Component
public class UnchangedObjects {

  private final MinioClient client;
  private final Objects objects;
  private final StoreConnection store;

  UnchangedObjects(MinioClient client, Objects objects, StoreConnection store) {
    this.client = client;
    this.objects = objects;
    this.store = store;
  }

  /**
   * Copies within the store; the bytes do not pass through the hub.
   *
   * @return whether it was still the same
   */
  public boolean copy(StoredObject from, ObjectRef to) {
    ObjectRef place = from.ref();
    var source =
        CopySource.builder()
            .bucket(place.bucket())
            .object(place.key())
            .matchETag(from.etag())
            .build();
    try {
      client.copyObject(
          CopyObjectArgs.builder().bucket(to.bucket()).object(to.key()).source(source).build());
      return true;
    } catch (ErrorResponseException e) {
      int status = e.response().code();
      if (status == 404 || status == 412) {
        return false;
      }
      throw new StoreUnavailable(store.endpoint(), "copy " + place + " to " + to, e);
    } catch (MinioException | IOException | GeneralSecurityException e) {
      throw new StoreUnavailable(store.endpoint(), "copy " + place + " to " + to, e);
    }
  }

  /** Deletes it; what has replaced it stays. */
  public void delete(StoredObject object) {
    if (objects.head(object.ref()).filter(now -> now.etag().equals(object.etag())).isPresent()) {
      objects.delete(object.ref());
    }
  }
}
