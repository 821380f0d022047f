package aln.hub;

import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.UploadObjectArgs;
import io.minio.messages.Item;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The object store behind a hub, past the hub. */
public record Store(MinioClient client) {

  public static final String RAW = "raw-assets";
  public static final String TRANSCODED = "transcoded-assets";

  public static Store at(URI endpoint, String accessKey, String secretKey) {
    return new Store(
        MinioClient.builder()
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

  void put(String bucket, String key, Path file) {
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
