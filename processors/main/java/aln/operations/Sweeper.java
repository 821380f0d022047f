package aln.operations;

import aln.sql.Sql;
import aln.storage.Inventory;
import aln.storage.Inventory.Entry;
import aln.storage.Inventory.Listing;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Objects;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes away what nobody refers to any more: all of a deleted asset, the versions that failed or
 * were replaced, what attempts had stored whose workers died. Rows go before their objects, so that
 * nothing ever refers to what is not there.
 */
@Component
public class Sweeper {

  private static final int EXAMPLES = 10;

  private final Sql sql;
  private final Objects objects;
  private final Inventory inventory;
  private final StoredOutputs outputs;
  private final StaleParts parts;

  Sweeper(Sql sql, Objects objects, Inventory inventory, StoredOutputs outputs, StaleParts parts) {
    this.sql = sql;
    this.objects = objects;
    this.inventory = inventory;
    this.outputs = outputs;
    this.parts = parts;
  }

  /** All of one asset, as it is now; sweeping twice is the same as once. */
  public void sweep(UUID asset) {
    parts.abortOf(asset);
    sql.statement("operations/forget-unwanted-of").param("asset", asset).update();
    sql.statement("operations/read-leftovers")
        .param("asset", asset)
        .query(Leftovers.class)
        .optional()
        .ifPresent(left -> sweep(left, asset));
  }

  private void sweep(Leftovers left, UUID asset) {
    String prefix = Keys.assetPrefix(left.owner(), asset);
    Swept page = page(outputs, prefix, null, Duration.ZERO);
    while (page.next() != null) {
      page = page(outputs, prefix, page.next(), Duration.ZERO);
    }
    if (left.source() != null) {
      objects.delete(new ObjectRef(Keys.RAW, left.source()));
      objects.delete(Keys.captions(left.owner(), asset));
    }
  }

  /**
   * Up to a thousand objects. The register is asked after the listing: whatever is listed was
   * written by a claim that it knows of.
   *
   * @param after the last key of the page before, or null for the first page
   * @param grace younger objects stay, whatever the register says
   */
  Swept page(Register register, String prefix, @Nullable String after, Duration grace) {
    Listing listing = inventory.list(register.bucket(), prefix, after);
    List<Entry> old = listing.olderThan(grace);
    Map<String, Verdict> verdicts = register.judge(old.stream().map(Entry::key).toList());
    List<Entry> unwanted = with(Verdict.UNWANTED, old, verdicts);
    List<Entry> strange = with(Verdict.STRANGE, old, verdicts);
    if (!unwanted.isEmpty()) {
      objects.deleteAll(register.bucket(), unwanted.stream().map(Entry::key).toList());
    }
    return new Swept(
        listing.entries().size(),
        unwanted.size(),
        unwanted.stream().mapToLong(Entry::size).sum(),
        strange.size(),
        strange.stream().limit(EXAMPLES).map(each -> register.bucket() + "/" + each.key()).toList(),
        listing.next());
  }

  private static List<Entry> with(
      Verdict verdict, List<Entry> entries, Map<String, Verdict> verdicts) {
    return entries.stream().filter(each -> verdicts.get(each.key()) == verdict).toList();
  }

  /**
   * @param source its key in the raw bucket, where it goes as well
   */
  record Leftovers(UUID owner, @Nullable String source) {}
}
