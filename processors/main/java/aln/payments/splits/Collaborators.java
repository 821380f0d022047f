package aln.payments.splits;

import aln.payments.splits.FrozenSplit.Share;
import aln.payments.splits.SplitProposal.Wanted;
import aln.problems.Problem;
import aln.sql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The accounts behind the e-mail addresses of a proposal. */
@Component
class Collaborators {

  private final Sql sql;

  Collaborators(Sql sql) {
    this.sql = sql;
  }

  /**
   * @throws Problem 400 when the shares do not add up to the whole or name somebody twice, 422 when
   *     an address is no account's
   */
  List<Share> find(SplitProposal proposal) {
    if (proposal.shares().stream().mapToLong(Wanted::bps).sum() != FrozenSplit.WHOLE) {
      throw Problem.invalid("shares", "add up to 10000 basis points (100 %).");
    }
    Set<UUID> seen = new HashSet<>();
    return proposal.shares().stream().map(each -> share(each, seen)).toList();
  }

  private Share share(Wanted wanted, Set<UUID> seen) {
    UUID collaborator =
        sql.statement("payments/find-collaborator")
            .param("email", wanted.email())
            .query(UUID.class)
            .optional()
            .orElseThrow(() -> unknown(wanted.email()));
    if (!seen.add(collaborator)) {
      throw Problem.invalid("shares", "name " + wanted.email() + " once.");
    }
    return new Share(collaborator, wanted.bps());
  }

  private static Problem unknown(String email) {
    return Problem.unprocessable(
        "collaborator-unknown",
        "There is no account with the address %s. Ask them to register here first."
            .formatted(email));
  }
}
