package aln.content;

import aln.accounts.Caller;
import aln.jobs.Cancellations;
import aln.messages.Outbox;
import aln.problems.Problem;
import aln.sql.Sql;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What owners, and admins, change about a work. */
@Component
public class AssetChanges {

  private final Sql sql;
  private final OwnAssets assets;
  private final Outbox outbox;
  private final Cancellations cancellations;

  AssetChanges(Sql sql, OwnAssets assets, Outbox outbox, Cancellations cancellations) {
    this.sql = sql;
    this.assets = assets;
    this.outbox = outbox;
    this.cancellations = cancellations;
  }

  /**
   * Takes the given fields over. Whoever may no longer play stops within one segment.
   *
   * @throws Problem 404 when it is not theirs
   */
  @Transactional
  public void apply(Caller caller, UUID id, AssetChange change) {
    assets.lock(caller, id);
    sql.statement("content/change-asset")
        .param("id", id)
        .param("title", change.title())
        .param("description", change.description())
        .param("visibility", change.visibility())
        .update();
    if ("private".equals(change.visibility())) {
      sql.statement("content/revoke-foreign-playbacks").param("asset", id).update();
    }
    sql.statement("content/publish-asset").param("asset", id).update();
  }

  /**
   * Takes the work away from everybody at once; its objects follow by {@code asset.deleted}.
   *
   * @throws Problem 404 when it is not theirs
   */
  @Transactional
  public void delete(Caller caller, UUID id) {
    UUID owner = assets.lock(caller, id);
    sql.statement("content/delete-asset").param("id", id).update();
    cancellations.cancelAllOf(id);
    sql.statement("content/abort-uploads").param("asset", id).update();
    sql.statement("content/revoke-playbacks").param("asset", id).update();
    outbox.announce("asset.deleted", id, Map.of("asset", id, "owner", owner));
  }
}
