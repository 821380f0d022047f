package aln.operations;

import aln.sql.Sql;
import aln.storage.Inventory;
import aln.storage.Inventory.Unfinished;
import aln.storage.Keys;
import aln.storage.Multiparts;
import aln.storage.ObjectRef;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Parts in the store that nobody will put together any more. */
@Component
class StaleParts {

  private final Sql sql;
  private final Inventory inventory;
  private final Multiparts multiparts;
  private final Duration addresses;
  private final Duration dropping;

  /**
   * @param addresses how long the signed address of a part holds
   * @param dropping how long a client may take to drop a file, of which the hub knows nothing
   *     before it is whole
   */
  StaleParts(
      Sql sql,
      Inventory inventory,
      Multiparts multiparts,
      @Value("${aln.uploads.expiry}") Duration addresses,
      @Value("${aln.drop.patience}") Duration dropping) {
    this.sql = sql;
    this.inventory = inventory;
    this.multiparts = multiparts;
    this.addresses = addresses;
    this.dropping = dropping;
  }

  /** Of an asset's uploads that are over. A late part may still come; a round takes that. */
  void abortOf(UUID asset) {
    ended(sql.statement("operations/parts-of").param("asset", asset)).forEach(this::abort);
  }

  /**
   * Of uploads that are over for so long that no part can come any more, whether the store tells of
   * them or not; up to a thousand.
   */
  void abortEnded() {
    ended(sql.statement("operations/ended-parts").param("age", addresses.toString()))
        .forEach(
            each -> {
              abort(each);
              sql.statement("operations/forget-parts").param("id", each.id()).update();
            });
  }

  /**
   * Of uploads that the store tells of and that were begun longer ago than this: all but those that
   * a client may go on with.
   *
   * @return how many
   */
  int abortUnknown(Duration grace) {
    List<Unfinished> found =
        Keys.BUCKETS.stream()
            .flatMap(bucket -> inventory.unfinished(bucket, patience(bucket, grace)).stream())
            .toList();
    Set<String> wanted = wanted(found);
    List<Unfinished> stale = found.stream().filter(each -> !wanted.contains(each.id())).toList();
    stale.forEach(each -> multiparts.abort(each.ref(), each.id()));
    return stale.size();
  }

  private Duration patience(String bucket, Duration grace) {
    return bucket.equals(Keys.DROP) && dropping.compareTo(grace) > 0 ? dropping : grace;
  }

  private Set<String> wanted(List<Unfinished> found) {
    return new HashSet<>(
        sql.statement("operations/judge-parts")
            .param("ids", found.stream().map(Unfinished::id).toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private List<Ended> ended(StatementSpec statement) {
    return statement.query(Ended.class).list();
  }

  private void abort(Ended upload) {
    multiparts.abort(new ObjectRef(Keys.RAW, upload.key()), upload.storeId());
  }

  /**
   * @param key of its source, in the raw bucket
   */
  record Ended(UUID id, String key, String storeId) {}
}
