package aln.operations;

import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes away what nobody refers to any more: of a deleted asset everything, of a failed one what
 * was half made, of a complete one what attempts had stored whose workers died.
 */
@Component
public class Sweeper {

  private final Sql sql;
  private final Objects objects;

  public Sweeper(Sql sql, Objects objects) {
    this.sql = sql;
    this.objects = objects;
  }

  /** Looks at the asset as it is now; sweeping twice is the same as once. */
  public void sweep(UUID asset) {
    sql.statement("operations/read-leftovers")
        .param("asset", asset)
        .query(Leftovers.class)
        .optional()
        .ifPresent(this::sweep);
    sql.statement("operations/lost-attempts")
        .param("asset", asset)
        .query(LostAttempt.class)
        .list()
        .forEach(lost -> objects.deletePrefix(Keys.TRANSCODED, lost.prefix()));
  }

  private void sweep(Leftovers left) {
    String prefix = Keys.assetPrefix(left.owner(), left.asset());
    if (left.deleted()) {
      objects.deletePrefix(Keys.TRANSCODED, prefix);
      objects.delete(new ObjectRef(Keys.RAW, left.sourceKey()));
      sql.statement("operations/forget-renditions").param("asset", left.asset()).update();
    } else {
      objects.deletePrefix(Keys.TRANSCODED, prefix + "v" + left.failedVersion() + "/");
      sql.statement("operations/forget-version")
          .param("asset", left.asset())
          .param("version", left.failedVersion())
          .update();
    }
  }

  /**
   * @param failedVersion the version of its newest job, which failed; 0 where the asset is deleted
   */
  record Leftovers(UUID asset, UUID owner, String sourceKey, boolean deleted, int failedVersion) {}

  /** An attempt whose task was committed by a later one. */
  record LostAttempt(UUID asset, UUID owner, int version, String task, long fence) {

    String prefix() {
      return Keys.outputPrefix(owner, asset, version, task, fence);
    }
  }
}
