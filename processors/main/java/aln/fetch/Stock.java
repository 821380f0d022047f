package aln.fetch;

import aln.storage.Multiparts;
import aln.storage.Objects;
import aln.storage.Part;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the store has of a file already; nobody else knows. */
@Component
class Stock {

  private final Multiparts multiparts;
  private final Objects objects;

  Stock(Multiparts multiparts, Objects objects) {
    this.multiparts = multiparts;
    this.objects = objects;
  }

  /** By number. */
  List<Part> partsOf(Fetch fetch) {
    return Optional.ofNullable(fetch.storeId())
        .flatMap(id -> multiparts.parts(fetch.source(), id))
        .orElse(List.of());
  }

  /** What can be gone on with, as its server can tell whether it is still the same file. */
  static Stored usable(Fetch fetch, List<Part> parts) {
    return fetch.validator() == null || fetch.partSize() == null
        ? Stored.NOTHING
        : Stored.of(parts, fetch.partSize());
  }

  /** All parts are there, or were put together by somebody who died before they could say so. */
  boolean isWhole(Fetch fetch, List<Part> parts) {
    Long promised = fetch.promised();
    if (promised == null || fetch.storeId() == null) {
      return false;
    }
    return parts.isEmpty()
        ? objects.head(fetch.source()).filter(found -> found.size() == promised).isPresent()
        : Stored.isAll(parts, promised);
  }

  /** The next attempt begins anew. */
  void forget(Fetch fetch) {
    if (fetch.storeId() != null) {
      multiparts.abort(fetch.source(), fetch.storeId());
    }
  }
}
