package aln.payments.splits;

import aln.accounts.Caller;
import aln.payments.splits.FrozenSplit.Share;
import aln.problems.Problem;
import aln.sql.Sql;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposing, agreeing, declining; and what holds for a sale at this moment. */
@Component
public class Splits {

  private final Sql sql;
  private final SplitViews views;
  private final Collaborators collaborators;

  public Splits(Sql sql, SplitViews views, Collaborators collaborators) {
    this.sql = sql;
    this.views = views;
    this.collaborators = collaborators;
  }

  /**
   * The version in force. Whoever writes it down keeps it: later versions change nothing of it.
   *
   * @throws java.util.NoSuchElementException when there is no such asset
   */
  public FrozenSplit freeze(UUID asset) {
    List<Row> rows =
        sql.statement("payments/split-in-force").param("asset", asset).query(Row.class).list();
    return new FrozenSplit(
        asset,
        rows.stream().findFirst().orElseThrow().version(),
        rows.stream().map(each -> new Share(each.collaborator(), each.bps())).toList());
  }

  /**
   * Asks everybody who would have a share, and everybody who has one now; its owner agrees by
   * proposing. It replaces what was proposed before.
   *
   * @throws Problem 404 when the asset is not the caller's, 400 when the shares are no whole, 422
   *     when an e-mail address is no account's
   */
  @Transactional
  public Split propose(Caller caller, UUID asset, SplitProposal proposal) {
    UUID owner = lock(asset);
    if (!owner.equals(caller.id())) {
      throw Problem.notFound();
    }
    List<Share> wanted = collaborators.find(proposal);
    int version =
        sql.statement("payments/propose-split").param("asset", asset).query(Integer.class).single();
    freeze(asset).shares().forEach(each -> add(asset, version, new Share(each.collaborator(), 0)));
    wanted.forEach(each -> add(asset, version, each));
    answer(asset, version, owner, "payments/agree-split");
    enforce(asset, version);
    return views.read(caller, asset);
  }

  /**
   * In force as soon as everybody has.
   *
   * @throws Problem 404 when the caller is not asked, 409 when this version is not the newest or
   *     somebody has declined it
   */
  @Transactional
  public Split agree(Caller caller, UUID asset, Answer answer) {
    check(caller, asset, answer.version());
    answer(asset, answer.version(), caller.id(), "payments/agree-split");
    enforce(asset, answer.version());
    return views.read(caller, asset);
  }

  /**
   * Ends a version; its owner may propose another.
   *
   * @throws Problem as {@link #agree}, and 409 when it is in force
   */
  @Transactional
  public Split decline(Caller caller, UUID asset, Answer answer) {
    check(caller, asset, answer.version());
    if (views.read(caller, asset).inForce().version() == answer.version()) {
      throw Problem.conflict(
          "split-in-force", "Everybody has agreed to this version. Its owner may propose another.");
    }
    answer(asset, answer.version(), caller.id(), "payments/decline-split");
    return views.read(caller, asset);
  }

  private void check(Caller caller, UUID asset, int version) {
    lock(asset);
    Split split = views.read(caller, asset);
    Split.Version newest = split.proposal() == null ? split.inForce() : split.proposal();
    if (newest.version() != version) {
      throw Problem.conflict(
          "split-outdated",
          "Version %d is the newest. Read it, then answer to that one."
              .formatted(newest.version()));
    }
    if (newest.shares().stream().noneMatch(each -> each.collaboratorId().equals(caller.id()))) {
      throw Problem.notFound();
    }
    if (newest.isDeclined()) {
      throw Problem.conflict(
          "split-declined", "Somebody has declined this version. Its owner may propose another.");
    }
  }

  private UUID lock(UUID asset) {
    return sql.statement("payments/lock-asset")
        .param("asset", asset)
        .query(UUID.class)
        .optional()
        .orElseThrow(Problem::notFound);
  }

  private void add(UUID asset, int version, Share share) {
    sql.statement("payments/add-split-share")
        .param("asset", asset)
        .param("version", version)
        .param("collaborator", share.collaborator())
        .param("bps", share.bps())
        .update();
  }

  private void answer(UUID asset, int version, UUID collaborator, String statement) {
    sql.statement(statement)
        .param("asset", asset)
        .param("version", version)
        .param("collaborator", collaborator)
        .update();
  }

  private void enforce(UUID asset, int version) {
    sql.statement("payments/enforce-split")
        .param("asset", asset)
        .param("version", version)
        .update();
  }

  record Row(int version, UUID collaborator, int bps) {}
}
