package aln.fetch;

import aln.outbound.OutboundResponse;
import aln.problems.Problem;
import aln.storage.Multiparts;
import aln.uploads.UploadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cuts the bytes of an answer into parts and brings each of them into the store. */
@Component
class Carriage {

  private static final long LEAST_PART = 8L << 20;
  private static final long MOST_PARTS = 10_000;

  private final Fetches fetches;
  private final Multiparts multiparts;
  private final UploadLimits limits;
  private final FetchSettings settings;

  Carriage(Fetches fetches, Multiparts multiparts, UploadLimits limits, FetchSettings settings) {
    this.fetches = fetches;
    this.multiparts = multiparts;
    this.limits = limits;
    this.settings = settings;
  }

  /** From the first byte, into an upload of the store of its own; that of before is forgotten. */
  void begin(Fetch fetch, Course course, Offer offer, OutboundResponse response)
      throws SourceFailed {
    long partSize = partSize(offer.size());
    String storeId = multiparts.begin(fetch.source(), offer.contentType());
    try {
      fetches.begin(fetch, offer, storeId, partSize);
    } catch (RuntimeException refused) {
      multiparts.abort(fetch.source(), storeId);
      throw refused;
    }
    if (fetch.storeId() != null) {
      multiparts.abort(fetch.source(), fetch.storeId());
    }
    var target = new Target(storeId, partSize, offer.size(), offer.contentType());
    carry(fetch, course, target, Stored.NOTHING, response);
  }

  /** From where the store's parts end. */
  void goOn(Fetch fetch, Course course, Stored stored, OutboundResponse response)
      throws SourceFailed {
    var target =
        new Target(
            java.util.Objects.requireNonNull(fetch.storeId()),
            java.util.Objects.requireNonNull(fetch.partSize()),
            fetch.promised(),
            fetch.contentType());
    carry(fetch, course, target, stored, response);
  }

  /**
   * Where the bytes go.
   *
   * @param size all of them; null where nobody has said it
   */
  private record Target(String storeId, long partSize, @Nullable Long size, String contentType) {

    long next(long done) {
      return size == null ? partSize : Math.min(partSize, size - done);
    }

    boolean isEnd(long done, long got) {
      return size == null ? got < partSize : done == size;
    }
  }

  private void carry(
      Fetch fetch, Course course, Target target, Stored stored, OutboundResponse response)
      throws SourceFailed {
    int parts = stored.parts();
    long done = stored.bytes();
    try (Spool spool = new Spool(settings.directory())) {
      InputStream body = body(response);
      long got;
      do {
        long wanted = target.next(done);
        got = spool.fill(body, wanted, course, pace());
        if (target.size() != null && got < wanted) {
          throw new SourceFailed("The server sent less of the file than it had said.", null);
        }
        done += got;
        limits.check(done, target.contentType());
        if (got > 0) {
          put(fetch, target, ++parts, spool, got);
          course.check();
          fetches.note(fetch, done, target.size() == null);
        }
      } while (!target.isEnd(done, got));
    }
    fetches.arrived(fetch, done, target.partSize(), target.storeId());
  }

  private void put(Fetch fetch, Target target, int number, Spool spool, long size) {
    if (number > MOST_PARTS) {
      throw Problem.of(
          413,
          "too-large",
          "The server does not say how large the file is, and it has more than %d bytes. Download it and upload it from your machine."
              .formatted(MOST_PARTS * target.partSize()));
    }
    try {
      multiparts.put(fetch.source(), target.storeId(), number, spool.file(), size);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream body(OutboundResponse response) throws SourceFailed {
    try {
      return response.body();
    } catch (IOException broken) {
      throw new SourceFailed("The connection to the server broke off.", broken);
    }
  }

  private Pace pace() {
    Duration window = settings.silence().multipliedBy(2);
    return new Pace(settings.slowest().toBytes(), window, System::nanoTime);
  }

  /** Where the size is not known, large enough for much. */
  static long partSize(@Nullable Long size) {
    return size == null
        ? 2 * LEAST_PART
        : Math.max(LEAST_PART, (size + MOST_PARTS - 1) / MOST_PARTS);
  }
}
