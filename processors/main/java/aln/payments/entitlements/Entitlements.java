package aln.payments.entitlements;

import aln.sql.Sql;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rights to play that sales have given. */
@Component
public class Entitlements {

  private final Sql sql;

  public Entitlements(Sql sql) {
    this.sql = sql;
  }

  /**
   * Whether somebody may play all of it, download it, and go on playing: it is free, theirs, they
   * share in it, or a sale that still holds gave them the right. Whether they may see it at all is
   * not asked here.
   */
  public boolean mayPlay(UUID asset, Viewer viewer) {
    return sql.statement("payments/may-play")
        .param("asset", asset)
        .param("account", viewer.account())
        .param("email", viewer.email())
        .param("admin", viewer.admin())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** By a sale, as it says; a rent ends its hours after the payment was noted. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void grant(UUID sale) {
    sql.statement("payments/grant-entitlement").param("sale", sale).update();
  }

  /**
   * @param holds false when all was given back or a dispute was lost; true again when that did not
   *     come true
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(UUID sale, boolean holds) {
    sql.statement("payments/hold-entitlement").param("sale", sale).param("holds", holds).update();
  }
}
