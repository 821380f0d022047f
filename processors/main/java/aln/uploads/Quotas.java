package aln.uploads;

import aln.problems.Problem;
import aln.sql.Sql;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much one account may keep: all its sources, from their announcement to their end. */
@Component
public class Quotas {

  private final Sql sql;
  private final UploadSettings settings;

  public Quotas(Sql sql, UploadSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  /**
   * To be called in the transaction that wrote the asset: its row has reserved the bytes, and the
   * account is locked until that transaction ends, so that two at once never share the last room.
   *
   * @throws Problem 413 when the account has more than its quota with it
   */
  public void check(UUID owner, long size) {
    if (limit() == null) {
      return;
    }
    Quota before = read(owner).with(-size);
    if (!before.hasRoomFor(size)) {
      throw exceeded(before, size);
    }
  }

  /** As it is now. */
  public Quota read(UUID owner) {
    return new Quota(
        sql.statement("uploads/storage-used").param("owner", owner).query(Long.class).single(),
        limit());
  }

  /**
   * The quotas of these accounts as they stay until the transaction ends, but for what it adds
   * itself.
   */
  public Map<UUID, Quota> hold(Collection<UUID> owners) {
    return sql
        .statement("uploads/hold-storage")
        .param("owners", owners.stream().distinct().toArray(UUID[]::new))
        .query(Held.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Held::id, each -> new Quota(each.storageUsed(), limit())));
  }

  /**
   * Why a file is not taken.
   *
   * @param quota without the file
   * @param size bytes of the file
   */
  public static Problem exceeded(Quota quota, long size) {
    long left = quota.limit() == null ? size : quota.limit() - quota.used();
    return Problem.of(
        413,
        "quota-exceeded",
        "The file has %d bytes; of your %d bytes there are %d left, with all that is on its way. Delete works or give uploads up, or ask the people who run the hub for room."
            .formatted(size, quota.limit(), Math.max(0, left)));
  }

  private @Nullable Long limit() {
    long limit = settings.quota().toBytes();
    return limit == 0 ? null : limit;
  }

  record Held(UUID id, long storageUsed) {}
}
