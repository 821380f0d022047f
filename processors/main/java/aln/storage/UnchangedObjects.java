package aln.storage;

import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
   * @return what the store has there now, of the ETag that it gave the copy; empty when the object
   *     is not the same any more
   * @throws IllegalStateException when the store answered to the copy and has something else
   */
  public Optional<StoredObject> copy(StoredObject from, ObjectRef to) {
    ObjectRef place = from.ref();
    var source =
        CopySource.builder()
            .bucket(place.bucket())
            .object(place.key())
            .matchETag(from.etag())
            .build();
    try {
      String etag =
          client
              .copyObject(
                  CopyObjectArgs.builder()
                      .bucket(to.bucket())
                      .object(to.key())
                      .source(source)
                      .build())
              .etag();
      return Optional.of(checked(from, to, etag));
    } catch (ErrorResponseException e) {
      int status = e.response().code();
      if (status == 404 || status == 412) {
        return Optional.empty();
      }
      throw new StoreUnavailable(store.endpoint(), "copy " + place + " to " + to, e);
    } catch (MinioException | IOException | GeneralSecurityException e) {
      throw new StoreUnavailable(store.endpoint(), "copy " + place + " to " + to, e);
    }
  }

  /**
   * The original may be gone a moment later, so nobody's word is taken for the copy.
   *
   * @param etag as the store answered to the copying; null where it told none
   */
  private StoredObject checked(StoredObject from, ObjectRef to, @Nullable String etag) {
    return objects
        .head(to)
        .filter(copy -> copy.size() == from.size() && (etag == null || copy.hasTag(etag)))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s was copied to %s, but what is there has other bytes"
                        .formatted(from.ref(), to)));
  }

  /** Deletes it; what has replaced it stays. */
  public void delete(StoredObject object) {
    if (objects.head(object.ref()).filter(now -> now.etag().equals(object.etag())).isPresent()) {
      objects.delete(object.ref());
    }
  }
}
