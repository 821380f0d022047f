package aln.hub;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.Multimap;
import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Item;
import io.minio.messages.Part;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** The object store behind a hub, past the hub. */
public record Store(MinioClient client, MinioAsyncClient parts) {

  public static final String RAW = "raw-assets";
  public static final String TRANSCODED = "transcoded-assets";

  private static final Multimap<String, String> NOTHING = HashMultimap.create();

  public static Store at(URI endpoint, String accessKey, String secretKey) {
    return new Store(
        MinioClient.builder()
            .endpoint(endpoint.toString())
            .region("us-east-1")
            .credentials(accessKey, secretKey)
            .build(),
        MinioAsyncClient.builder()
            .endpoint(endpoint.toString())
            .region("us-east-1")
            .credentials(accessKey, secretKey)
            .build());
  }

  /** The keys that begin so, in order. */
  public List<String> keys(String bucket, String prefix) {
    var query = ListObjectsArgs.builder().bucket(bucket).prefix(prefix).recursive(true).build();
    List<String> keys = new ArrayList<>();
    for (Result<Item> each : client.listObjects(query)) {
      keys.add(call(() -> each.get().objectName()));
    }
    return keys;
  }

  public void put(String bucket, String key, Path file) {
    call(
        () ->
            client.uploadObject(
                UploadObjectArgs.builder()
                    .bucket(bucket)
                    .object(key)
                    .filename(file.toString())
                    .build()));
  }

  void delete(String bucket, String key) {
    call(
        () -> {
          client.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(key).build());
          return key;
        });
  }

  void copy(String bucket, String from, String to) {
    var source = CopySource.builder().bucket(bucket).object(from).build();
    call(
        () ->
            client.copyObject(
                CopyObjectArgs.builder().bucket(bucket).object(to).source(source).build()));
  }

  byte[] bytes(String bucket, String key) {
    return call(
        () -> {
          try (var in =
              client.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return in.readAllBytes();
          }
        });
  }

  /**
   * The parts of a multipart upload; none where it is unknown.
   *
   * @param id the store's
   */
  Part[] parts(String bucket, String key, String id) {
    try {
      return parts
          .listPartsAsync(bucket, null, key, 1000, 0, id, NOTHING, NOTHING)
          .join()
          .result()
          .partList()
          .toArray(Part[]::new);
    } catch (CompletionException e) {
      if (e.getCause() instanceof ErrorResponseException answer
          && answer.errorResponse().code().equals("NoSuchUpload")) {
        return new Part[0];
      }
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void assemble(String bucket, String key, String id) {
    Part[] all = parts(bucket, key, id);
    call(
        () ->
            parts
                .completeMultipartUploadAsync(bucket, null, key, id, all, NOTHING, NOTHING)
                .join());
  }

  void abort(String bucket, String key, String id) {
    call(() -> parts.abortMultipartUploadAsync(bucket, null, key, id, NOTHING, NOTHING).join());
  }

  private interface Call<T> {
    T run() throws Exception;
  }

  private static <T> T call(Call<T> call) {
    try {
      return call.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
