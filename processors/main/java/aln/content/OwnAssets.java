package aln.content;

import aln.accounts.Caller;
import aln.problems.Problem;
import aln.sql.Sql;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose work it is. */
@Component
class OwnAssets {

  private final Sql sql;

  OwnAssets(Sql sql) {
    this.sql = sql;
  }

  /**
   * Nobody else changes it until the transaction ends.
   *
   * @return its owner
   * @throws Problem 404 when it is not the caller's; admins may change any
   */
  UUID lock(Caller caller, UUID id) {
    return sql.statement("content/lock-asset")
        .param("id", id)
        .param("caller", caller.id())
        .param("admin", caller.admin())
        .query(UUID.class)
        .optional()
        .orElseThrow(Problem::notFound);
  }
}
