package aln.storage;

import io.minio.PostPolicy;
import io.minio.credentials.StaticProvider;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Addresses that take bytes, at the store's public endpoint (AWS Signature Version 4). Unlike those
 * of {@link Presigner} they also sign headers, so that the store itself refuses another number or
 * another type of bytes. Signing is calculation only. A validity is at most seven days.
 */
public final class UploadPresigner implements AutoCloseable {

  /** A client sends these by itself. */
  private static final Set<String> OWN = Set.of("host", "content-length");

  private final StoreConnection store;
  private final S3Presigner signer;

  UploadPresigner(StoreConnection store) {
    this.store = store;
    this.signer =
        S3Presigner.builder()
            .endpointOverride(store.publicEndpoint())
            .region(Region.of(store.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(store.accessKey(), store.secretKey())))
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build();
  }

  /**
   * Where bytes go.
   *
   * @param headers to be sent with them as they are, beside Content-Length
   */
  public record Target(URI url, Map<String, String> headers) {}

  /**
   * An HTML form that takes one file (POST Object).
   *
   * @param url its action
   * @param fields to be sent before the file, whose field is named {@code file}
   */
  public record Form(URI url, Map<String, String> fields) {}

  /**
   * To bring an object with one PUT.
   *
   * @param size bytes, neither more nor fewer
   * @param sha256 of the bytes, Base64: the store refuses others; null: any bytes
   */
  public Target put(
      ObjectRef ref, String contentType, long size, @Nullable String sha256, Duration validity) {
    return target(
        signer.presignPutObject(
            presign ->
                presign
                    .signatureDuration(validity)
                    .putObjectRequest(
                        put ->
                            put.bucket(ref.bucket())
                                .key(ref.key())
                                .contentType(contentType)
                                .contentLength(size)
                                .checksumSHA256(sha256))));
  }

  /**
   * To bring one part of a multipart upload.
   *
   * @param upload the store's id of it
   * @param number from 1
   * @param size bytes, neither more nor fewer
   */
  public Target part(ObjectRef ref, String upload, int number, long size, Duration validity) {
    return target(
        signer.presignUploadPart(
            presign ->
                presign
                    .signatureDuration(validity)
                    .uploadPartRequest(
                        part ->
                            part.bucket(ref.bucket())
                                .key(ref.key())
                                .uploadId(upload)
                                .partNumber(number)
                                .contentLength(size))));
  }

  /**
   * To bring an object with an HTML form.
   *
   * @param largest bytes; fewer are taken too, but not none
   */
  public Form form(ObjectRef ref, String contentType, long largest, Duration validity) {
    var policy = new PostPolicy(ref.bucket(), ZonedDateTime.now(ZoneOffset.UTC).plus(validity));
    policy.addEqualsCondition("key", ref.key());
    policy.addEqualsCondition("Content-Type", contentType);
    policy.addContentLengthRangeCondition(1L, largest);
    try {
      var credentials = new StaticProvider(store.accessKey(), store.secretKey(), null).fetch();
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("key", ref.key());
      fields.put("Content-Type", contentType);
      fields.putAll(new TreeMap<>(policy.formData(credentials, store.region())));
      return new Form(store.publicEndpoint().resolve("/" + ref.bucket()), fields);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign a form for " + ref, e);
    }
  }

  private static Target target(PresignedRequest signed) {
    return new Target(
        URI.create(signed.url().toString()),
        signed.signedHeaders().entrySet().stream()
            .filter(each -> !OWN.contains(each.getKey()))
            .collect(Collectors.toMap(each -> named(each.getKey()), each -> one(each.getValue()))));
  }

  private static String named(String header) {
    return header.equals("content-type") ? "Content-Type" : header;
  }

  private static String one(List<String> values) {
    return String.join(",", values);
  }

  @Override
  public void close() {
    signer.close();
  }
}
