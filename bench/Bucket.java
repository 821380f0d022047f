import com.google.common.collect.HashMultimap;
import com.google.common.collect.Multimap;
import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.http.Method;
import io.minio.messages.Part;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A bucket of a real store, past the hub. */
record Bucket(String name, MinioClient client, MinioAsyncClient parts) {

  private static final Multimap<String, String> NOTHING = HashMultimap.create();

  /** In the store that {@code ALN_S3_ENDPOINT} names. */
  static Bucket real(String name) {
    Map<String, String> named = System.getenv();
    String endpoint = named.get("ALN_S3_ENDPOINT");
    if (endpoint == null) {
      throw new IllegalStateException("This needs a real store: bench/run real …");
    }
    String key = named.get("ALN_S3_ACCESS_KEY");
    String secret = named.get("ALN_S3_SECRET_KEY");
    return new Bucket(
        name,
        MinioClient.builder()
            .endpoint(endpoint)
            .region("us-east-1")
            .credentials(key, secret)
            .build(),
        MinioAsyncClient.builder()
            .endpoint(endpoint)
            .region("us-east-1")
            .credentials(key, secret)
            .build());
  }

  void put(String key, byte[] bytes) throws Exception {
    client.putObject(
        PutObjectArgs.builder().bucket(name).object(key).stream(
                new ByteArrayInputStream(bytes), bytes.length, -1)
            .build());
  }

  void copy(String from, String to) throws Exception {
    client.copyObject(
        CopyObjectArgs.builder()
            .bucket(name)
            .object(to)
            .source(CopySource.builder().bucket(name).object(from).build())
            .build());
  }

  void delete(String key) throws Exception {
    client.removeObject(RemoveObjectArgs.builder().bucket(name).object(key).build());
  }

  /** How many objects' keys begin so. */
  long count(String prefix) {
    var query = ListObjectsArgs.builder().bucket(name).prefix(prefix).recursive(true).build();
    return StreamSupport.stream(client.listObjects(query).spliterator(), false).count();
  }

  /** Begins an upload in parts; answers the store's id of it. */
  String begin(String key) throws Exception {
    return parts
        .createMultipartUploadAsync(name, null, key, NOTHING, NOTHING)
        .join()
        .result()
        .uploadId();
  }

  /** Where a part goes. */
  String sign(String key, String upload, int number) throws Exception {
    Map<String, String> query = new HashMap<>();
    query.put("uploadId", upload);
    query.put("partNumber", Integer.toString(number));
    return client.getPresignedObjectUrl(
        GetPresignedObjectUrlArgs.builder()
            .method(Method.PUT)
            .bucket(name)
            .object(key)
            .extraQueryParams(query)
            .build());
  }

  void complete(String key, String upload) throws Exception {
    var all =
        parts.listPartsAsync(name, null, key, 1000, 0, upload, NOTHING, NOTHING).join().result();
    Part[] stored = all.partList().toArray(Part[]::new);
    if (all.isTruncated()) {
      throw new IllegalStateException("more than 1000 parts");
    }
    parts.completeMultipartUploadAsync(name, null, key, upload, stored, NOTHING, NOTHING).join();
  }
}
