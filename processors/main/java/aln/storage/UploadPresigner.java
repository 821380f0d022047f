package aln.storage;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Addresses that take bytes, at the store's public endpoint (AWS Signature Version 4, query
 * parameters, unsigned payload). Unlike those of {@link Presigner} they also sign headers, so that
 * the store itself refuses another number or another type of bytes. Signing is calculation only. A
 * validity is at most seven days.
 */
public final class UploadPresigner {

  /** A client sends it by itself. */
  private static final String LENGTH = "Content-Length";

  private final StoreConnection store;
  private final AwsCredentialsIdentity credentials;

  /** The signer alone: the presigner of the S3 client takes several times as long. */
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  UploadPresigner(StoreConnection store) {
    this.store = store;
    this.credentials = AwsCredentialsIdentity.create(store.accessKey(), store.secretKey());
  }

  /**
   * Where bytes go.
   *
   * @param headers to be sent with them as they are, beside Content-Length
   */
  public record Target(URI url, Map<String, String> headers) {}

  /**
   * To bring an object with one PUT.
   *
   * @param size bytes, neither more nor fewer
   * @param sha256 of the bytes, Base64: the store refuses others; null: any bytes
   */
  public Target put(
      ObjectRef ref, String contentType, long size, @Nullable String sha256, Duration validity) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", contentType);
    if (sha256 != null) {
      headers.put("x-amz-checksum-sha256", sha256);
    }
    return target(ref, Map.of(), headers, size, validity);
  }

  /**
   * To bring one part of a multipart upload.
   *
   * @param upload the store's id of it
   * @param number from 1
   * @param size bytes, neither more nor fewer
   */
  public Target part(ObjectRef ref, String upload, int number, long size, Duration validity) {
    var query = Map.of("partNumber", Integer.toString(number), "uploadId", upload);
    return target(ref, query, Map.of(), size, validity);
  }

  private Target target(
      ObjectRef ref,
      Map<String, String> query,
      Map<String, String> headers,
      long size,
      Duration validity) {
    var put =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.PUT)
            .uri(store.publicEndpoint())
            .encodedPath("/" + ref.bucket() + "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(ref.key()))
            .putHeader(LENGTH, Long.toString(size));
    query.forEach(put::putRawQueryParameter);
    headers.forEach(put::putHeader);
    var signed =
        signer.sign(
            sign ->
                sign.identity(credentials)
                    .request(put.build())
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, store.region())
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, validity)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false));
    return new Target(signed.request().getUri(), Map.copyOf(headers));
  }
}
