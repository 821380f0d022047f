package aln.storage;

import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.DeleteObject;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the hub does with objects, in plain S3 calls. No method holds more of an object in memory
 * than a buffer. All throw {@link StoreUnavailable} when the store is away.
 */
public final class Objects {

  private static final Duration UPLOAD_VALIDITY = Duration.ofHours(1);

  private final MinioClient client;
  private final OkHttpClient http;
  private final Presigner presigner;
  private final URI endpoint;

  Objects(MinioClient client, OkHttpClient http, Presigner presigner, URI endpoint) {
    this.client = client;
    this.http = http;
    this.presigner = presigner;
    this.endpoint = endpoint;
  }

  /** What is there, or empty when there is no such object. */
  public Optional<StoredObject> head(ObjectRef ref) {
    return call(
        "look at " + ref,
        () -> {
          try {
            var found =
                client.statObject(
                    StatObjectArgs.builder().bucket(ref.bucket()).object(ref.key()).build());
            return Optional.of(
                new StoredObject(ref, found.size(), unquoted(found.etag()), found.contentType()));
          } catch (ErrorResponseException e) {
            if (e.response().code() == 404) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /**
   * Writes a stretch of a file as one object, in one PUT; what was there before is replaced.
   *
   * @param offset of the first byte
   * @param length in bytes; the file must be that long
   */
  public StoredObject put(ObjectRef ref, File file, long offset, long length, String contentType) {
    var body = new FileSlice(file, offset, length, contentType);
    // A signature for the address alone: the body is streamed, not read twice to be hashed.
    String address = presigner.innerPut(ref, UPLOAD_VALIDITY).toString();
    var request = new Request.Builder().url(address).put(body).build();
    return call(
        "write " + ref,
        () -> {
          try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
              throw new IOException("HTTP " + response.code() + " " + response.body().string());
            }
            String etag = unquoted(response.header("ETag", ""));
            return new StoredObject(ref, length, etag, contentType);
          }
        });
  }

  /** Writes a whole file as one object. */
  public StoredObject put(ObjectRef ref, File file, String contentType) {
    return put(ref, file, 0, file.length(), contentType);
  }

  /** Writes all bytes of the object to a stream, which stays open. */
  public void read(ObjectRef ref, OutputStream to) {
    var wanted = GetObjectArgs.builder().bucket(ref.bucket()).object(ref.key()).build();
    call(
        "read " + ref,
        () -> {
          try (InputStream bytes = client.getObject(wanted)) {
            return bytes.transferTo(to);
          }
        });
  }

  /** Copies within the store; the bytes do not pass through the hub. */
  public void copy(ObjectRef from, ObjectRef to) {
    var source = CopySource.builder().bucket(from.bucket()).object(from.key()).build();
    var copy = CopyObjectArgs.builder().bucket(to.bucket()).object(to.key()).source(source).build();
    call("copy " + from + " to " + to, () -> client.copyObject(copy));
  }

  /** Writes a few bytes as one object; what was there before is replaced. */
  public void put(ObjectRef ref, byte[] bytes, String contentType) {
    var content = new ByteArrayInputStream(bytes);
    var wanted =
        PutObjectArgs.builder()
            .bucket(ref.bucket())
            .object(ref.key())
            .contentType(contentType)
            .stream(content, bytes.length, -1)
            .build();
    call("write " + ref, () -> client.putObject(wanted));
  }

  /** Deletes the object; nothing to do when there is none. */
  public void delete(ObjectRef ref) {
    var removal = RemoveObjectArgs.builder().bucket(ref.bucket()).object(ref.key()).build();
    call(
        "delete " + ref,
        () -> {
          client.removeObject(removal);
          return ref;
        });
  }

  /**
   * Deletes all objects whose keys begin so, a thousand at a time.
   *
   * @param prefix ends with a slash, so that {@code v1} never takes {@code v10} along
   * @return how many there were
   */
  public int deletePrefix(String bucket, String prefix) {
    if (!prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix to delete ends with a slash: " + prefix);
    }
    int deleted = 0;
    Page page = list(bucket, prefix, null, 1000);
    while (!page.objects().isEmpty()) {
      deleteAll(bucket, page.objects().stream().map(object -> object.ref().key()).toList());
      deleted += page.objects().size();
      page = list(bucket, prefix, null, 1000);
    }
    return deleted;
  }

  /**
   * Deletes these in one call; nothing to do for those that are not there.
   *
   * @param keys up to 1000
   */
  public void deleteAll(String bucket, List<String> keys) {
    var names = keys.stream().map(DeleteObject::new).toList();
    var removal = RemoveObjectsArgs.builder().bucket(bucket).objects(names).build();
    call(
        "delete objects of " + bucket,
        () -> {
          for (var failure : client.removeObjects(removal)) {
            throw new IOException(failure.get().objectName() + ": " + failure.get().message());
          }
          return bucket;
        });
  }

  /**
   * The objects whose keys begin so, in the order of their keys.
   *
   * @param after the last key of the page before, or null for the first page
   * @param limit at most so many, up to 1000
   */
  public Page list(String bucket, String prefix, @Nullable String after, int limit) {
    var query =
        ListObjectsArgs.builder().bucket(bucket).prefix(prefix).recursive(true).maxKeys(limit);
    if (after != null) {
      query.startAfter(after);
    }
    return call(
        "list " + bucket + "/" + prefix,
        () -> {
          var found = new ArrayList<StoredObject>();
          for (Result<Item> result : client.listObjects(query.build())) {
            Item item = result.get();
            if (found.size() == limit) {
              return new Page(found, found.get(limit - 1).ref().key());
            }
            var ref = new ObjectRef(bucket, item.objectName());
            found.add(new StoredObject(ref, item.size(), unquoted(item.etag()), null));
          }
          return new Page(found, null);
        });
  }

  private interface Call<T> {
    T run() throws MinioException, IOException, GeneralSecurityException;
  }

  private <T> T call(String what, Call<T> call) {
    try {
      return call.run();
    } catch (MinioException | IOException | GeneralSecurityException e) {
      throw new StoreUnavailable(endpoint, what, e);
    }
  }

  private static String unquoted(@Nullable String etag) {
    return etag == null ? "" : etag.replace("\"", "");
  }
}
