package aln.drop;

import aln.storage.Inventory.Entry;
import aln.storage.Inventory.Listing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the drop folder in the order of the keys; no name is torn between two.
 *
 * @param at the store's time
 * @param next the key to continue after, or null at the end of the folder
 */
record DropPage(List<DropFile> files, Instant at, @Nullable String next) {

  private static final String REJECTED = "/" + Rejections.FOLDER + "/";

  static DropPage of(Listing listing) {
    List<DropFile> all = listing.entries().stream().map(DropPage::file).toList();
    int end = listing.next() == null ? all.size() : lastWholeName(all);
    List<DropFile> files =
        all.subList(0, end).stream().filter(file -> !file.key().isLeftAlone()).toList();
    String next = listing.next() == null ? null : all.get(end - 1).key().key();
    return new DropPage(files, listing.at(), next == null ? null : pastRejected(next));
  }

  private static DropFile file(Entry entry) {
    return new DropFile(DropKey.of(entry.key()), entry.size(), entry.etag(), entry.modified());
  }

  /** Where the last name of the listing begins; all of it when it is the only one. */
  private static int lastWholeName(List<DropFile> all) {
    Bundle.Name last = Bundle.Name.of(all.get(all.size() - 1));
    int begin = 0;
    while (!Bundle.Name.of(all.get(begin)).equals(last)) {
      begin++;
    }
    return begin == 0 ? all.size() : begin;
  }

  /** What was rejected before is not walked through again: '0' follows '/'. */
  private static String pastRejected(String key) {
    int rejected = key.indexOf(REJECTED);
    return rejected < 0 ? key : key.substring(0, rejected + REJECTED.length() - 1) + "0";
  }
}
