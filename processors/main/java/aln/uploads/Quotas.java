package aln.uploads;

import aln.problems.Problem;
import aln.sql.Sql;
import java.util.UUID;
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
    Quota quota = read(owner);
    if (quota.limit() != null && quota.used() > quota.limit()) {
      throw Problem.of(
          413,
          "quota-exceeded",
          "The file has %d bytes; of your %d bytes there are %d left, with all that is on its way. Delete works or give uploads up, or ask the people who run the hub for room."
              .formatted(size, quota.limit(), Math.max(0, quota.limit() - quota.used() + size)));
    }
  }

  /** As it is now. */
  public Quota read(UUID owner) {
    long used =
        sql.statement("uploads/storage-used").param("owner", owner).query(Long.class).single();
    long limit = settings.quota().toBytes();
    return new Quota(used, limit == 0 ? null : limit);
  }
}
