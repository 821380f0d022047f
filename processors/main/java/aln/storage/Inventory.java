package aln.storage;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.Multimap;
import io.minio.BucketExistsArgs;
import io.minio.ListObjectsV2Response;
import io.minio.MinioAsyncClient;
import io.minio.Xml;
import io.minio.errors.MinioException;
import io.minio.errors.XmlParserException;
import io.minio.messages.Item;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * All that lies in a bucket and since when, by the store's own clock: listings of the S3 protocol
 * with what the plain client keeps to itself. All methods throw {@link StoreUnavailable} when the
 * store is away.
 */
public final class Inventory {

  private static final int PAGE = 1000;

  /** XML cannot carry every key as it is. */
  private static final String KEY_ENCODING = "url";

  private static final Multimap<String, String> NOTHING = HashMultimap.create();

  private final Protocol store;
  private final URI endpoint;

  Inventory(MinioAsyncClient client, URI endpoint) {
    this.store = new Protocol(client);
    this.endpoint = endpoint;
  }

  /**
   * An object, and when it was written.
   *
   * @param size bytes
   * @param etag without quotes; changes with the content
   */
  public record Entry(String key, long size, String etag, Instant modified) {}

  /**
   * Up to a thousand objects in the order of their keys.
   *
   * @param at the store's time of the listing
   * @param next the key to continue after, or null at the end
   */
  public record Listing(List<Entry> entries, Instant at, @Nullable String next) {

    /** Those that were written longer ago than this. */
    public List<Entry> olderThan(Duration age) {
      return entries.stream().filter(each -> each.modified().isBefore(at.minus(age))).toList();
    }
  }

  /**
   * A multipart upload that was begun and neither completed nor aborted.
   *
   * @param id the store's
   */
  public record Unfinished(ObjectRef ref, String id) {}

  /**
   * @param after a key that need not exist, or null for the beginning
   */
  public Listing list(String bucket, String prefix, @Nullable String after) {
    ListObjectsV2Response found =
        call("list " + bucket + "/" + prefix, () -> store.list(bucket, prefix, after));
    found.result().contents().forEach(item -> item.setEncodingType(KEY_ENCODING));
    List<Entry> entries = found.result().contents().stream().map(Inventory::entry).toList();
    boolean more = found.result().isTruncated() && !entries.isEmpty();
    return new Listing(
        entries, clock(found.headers()), more ? entries.get(entries.size() - 1).key() : null);
  }

  /**
   * Multipart uploads that were begun longer ago than this, of the first thousand that are open.
   */
  public List<Unfinished> unfinished(String bucket, Duration age) {
    return call(
        "list the uploads of " + bucket,
        () -> store.uploads(bucket).thenApply(answer -> unfinished(bucket, answer, age)));
  }

  private static List<Unfinished> unfinished(String bucket, Response answer, Duration age) {
    try (answer) {
      Instant limit = clock(answer.headers()).minus(age);
      return Xml.unmarshal(OpenUploads.class, answer.body().charStream()).uploads.stream()
          .filter(each -> Instant.parse(each.initiated).isBefore(limit))
          .map(each -> new Unfinished(new ObjectRef(bucket, each.key), each.id))
          .toList();
    } catch (XmlParserException unreadable) {
      throw new CompletionException(unreadable);
    }
  }

  private static Entry entry(Item item) {
    String etag = item.etag() == null ? "" : item.etag().replace("\"", "");
    return new Entry(item.objectName(), item.size(), etag, item.lastModified().toInstant());
  }

  /**
   * The end of the second that the answer's Date tells (RFC 9110, 6.6.1), so that all it lists is
   * older: ages are the store's to tell.
   */
  private static Instant clock(Headers answer) {
    String date = answer.get("Date");
    if (date == null) {
      throw new IllegalStateException(
          "The object store tells no time (its answers have no Date), so nobody knows how old its objects are.");
    }
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
        .toInstant()
        .plusSeconds(1);
  }

  private interface Call<T> {
    CompletableFuture<T> begin() throws MinioException, IOException, GeneralSecurityException;
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

  /** Lets out what the plain client does not. */
  private static final class Protocol extends MinioAsyncClient {

    Protocol(MinioAsyncClient client) {
      super(client);
    }

    CompletableFuture<ListObjectsV2Response> list(
        String bucket, String prefix, @Nullable String after)
        throws MinioException, IOException, GeneralSecurityException {
      return listObjectsV2Async(
          bucket,
          null,
          null,
          KEY_ENCODING,
          after,
          PAGE,
          prefix,
          null,
          false,
          false,
          NOTHING,
          NOTHING);
    }

    CompletableFuture<Response> uploads(String bucket)
        throws MinioException, IOException, GeneralSecurityException {
      return executeGetAsync(
          BucketExistsArgs.builder().bucket(bucket).build(),
          null,
          newMultimap("uploads", "", "max-uploads", Integer.toString(PAGE)));
    }
  }
}
