package aln.storage;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableMultimap;
import com.google.common.collect.Multimap;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.ListPartsResult;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Multipart uploads as the store keeps them: begun here, filled by clients at addresses of {@link
 * UploadPresigner}, put together here. All methods throw {@link StoreUnavailable} when the store is
 * away.
 */
public final class Multiparts {

  private static final int PAGE = 1000;
  private static final String UNKNOWN = "NoSuchUpload";
  private static final Multimap<String, String> NOTHING = HashMultimap.create();

  private final MinioAsyncClient store;
  private final URI endpoint;

  Multiparts(MinioAsyncClient store, URI endpoint) {
    this.store = store;
    this.endpoint = endpoint;
  }

  /** Begins one; answers the store's id of it. */
  public String begin(ObjectRef ref, String contentType) {
    var type = ImmutableMultimap.of("Content-Type", contentType);
    return call(
            "begin an upload of " + ref,
            () ->
                store.createMultipartUploadAsync(
                    ref.bucket(), null, ref.key(), HashMultimap.create(type), NOTHING))
        .result()
        .uploadId();
  }

  /**
   * Brings one part; one of this number that was there before is replaced.
   *
   * @param number from 1
   * @param bytes read from where it stands
   * @param size bytes of the part
   */
  public void put(ObjectRef ref, String upload, int number, RandomAccessFile bytes, long size) {
    call(
        "write a part of " + ref,
        () ->
            store.uploadPartAsync(
                ref.bucket(), null, ref.key(), bytes, size, upload, number, null, null));
  }

  /**
   * The parts that have come, by number; empty when the store knows no such upload (any more). The
   * embedded store tells of no parts then.
   */
  public Optional<List<Part>> parts(ObjectRef ref, String upload) {
    List<Part> parts = new ArrayList<>();
    int after = 0;
    ListPartsResult page;
    do {
      Optional<ListPartsResult> found = parts(ref, upload, after);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      page = found.get();
      page.partList()
          .forEach(
              each ->
                  parts.add(
                      new Part(each.partNumber(), each.etag().replace("\"", ""), each.partSize())));
      after = page.nextPartNumberMarker();
    } while (page.isTruncated());
    return Optional.of(parts);
  }

  private Optional<ListPartsResult> parts(ObjectRef ref, String upload, int after) {
    return known(
        "list the parts of " + ref,
        () ->
            store
                .listPartsAsync(
                    ref.bucket(), null, ref.key(), PAGE, after, upload, NOTHING, NOTHING)
                .thenApply(answer -> answer.result()));
  }

  /**
   * Makes one object of these parts.
   *
   * @return its ETag, without quotes; empty when the store tells none, or knows no such upload (any
   *     more)
   */
  public Optional<String> complete(ObjectRef ref, String upload, List<Part> parts) {
    var all =
        parts.stream()
            .map(each -> new io.minio.messages.Part(each.number(), each.etag()))
            .toArray(io.minio.messages.Part[]::new);
    return known(
            "put together " + ref,
            () ->
                store.completeMultipartUploadAsync(
                    ref.bucket(), null, ref.key(), upload, all, NOTHING, NOTHING))
        .map(ObjectWriteResponse::etag)
        .map(etag -> etag.replace("\"", ""));
  }

  /** Forgets the parts that have come; nothing to do when the store knows no such upload. */
  public void abort(ObjectRef ref, String upload) {
    known(
        "abort the upload of " + ref,
        () ->
            store.abortMultipartUploadAsync(
                ref.bucket(), null, ref.key(), upload, NOTHING, NOTHING));
  }

  private interface Call<T> {
    CompletableFuture<T> begin() throws MinioException, IOException, GeneralSecurityException;
  }

  private <T> Optional<T> known(String what, Call<T> call) {
    try {
      return Optional.of(call(what, call));
    } catch (StoreUnavailable e) {
      if (e.getCause() instanceof ErrorResponseException answer
          && answer.errorResponse().code().equals(UNKNOWN)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private <T> T call(String what, Call<T> call) {
    try {
      return call.begin().join();
    } catch (CompletionException e) {
      throw new StoreUnavailable(endpoint, what, e.getCause() == null ? e : e.getCause());
    } catch (MinioException | IOException | GeneralSecurityException e) {
      throw new StoreUnavailable(endpoint, what, e);
    }
  }
}
