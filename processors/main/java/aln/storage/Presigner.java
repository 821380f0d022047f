package aln.storage;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import io.minio.http.Method;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.ContentDisposition;

/**
 * Addresses that let their holder do one thing with one object for a while (AWS Signature Version
 * 4, query parameters); those that take bytes from clients are {@link UploadPresigner}'s. Signing
 * is calculation only: no store is asked, whether it has the object or not. A validity is at least
 * a second and at most seven days.
 */
public final class Presigner {

  private final MinioClient inner;
  private final MinioClient outer;

  /**
   * @param inner a client for the address that the hub uses; its region must be set
   * @param outer a client for the address that browsers use; its region must be set
   */
  Presigner(MinioClient inner, MinioClient outer) {
    this.inner = inner;
    this.outer = outer;
  }

  /** To read the object, whole or in ranges, at the public address. */
  public URI get(ObjectRef ref, Duration validity) {
    return sign(outer, Method.GET, ref, validity, Map.of());
  }

  /** To save the object under this file name, whatever characters it has (RFC 6266). */
  public URI download(ObjectRef ref, Duration validity, String filename) {
    String disposition =
        ContentDisposition.attachment()
            .filename(filename, StandardCharsets.UTF_8)
            .build()
            .toString();
    return sign(
        outer, Method.GET, ref, validity, Map.of("response-content-disposition", disposition));
  }

  /** To read the object from a worker, at the address that the hub itself uses. */
  public URI innerGet(ObjectRef ref, Duration validity) {
    return sign(inner, Method.GET, ref, validity, Map.of());
  }

  URI innerPut(ObjectRef ref, Duration validity) {
    return sign(inner, Method.PUT, ref, validity, Map.of());
  }

  private static URI sign(
      MinioClient client,
      Method method,
      ObjectRef ref,
      Duration validity,
      Map<String, String> query) {
    try {
      return URI.create(
          client.getPresignedObjectUrl(
              GetPresignedObjectUrlArgs.builder()
                  .method(method)
                  .bucket(ref.bucket())
                  .object(ref.key())
                  .expiry(Math.toIntExact(validity.toSeconds()))
                  .extraQueryParams(query)
                  .build()));
    } catch (MinioException | IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign an address for " + ref, e);
    }
  }
}
