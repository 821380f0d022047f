package aln.operations;

import aln.operations.Settled.Result;
import aln.paging.Cursor;
import aln.paging.Page;
import aln.problems.Problem;
import aln.sql.Sql;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Decides about many dead letters, each in a transaction of its own: one that cannot be settled
 * holds up no other, and what was done stays done.
 */
@Component
public class Settlements {

  private static final int AT_ONCE = 100;

  private final Sql sql;
  private final DeadLetters letters;

  public Settlements(Sql sql, DeadLetters letters) {
    this.sql = sql;
    this.letters = letters;
  }

  /**
   * @throws Problem 400 when it names neither ids nor a filter, or both
   */
  public Settled replay(DeadLetterSelection selection) {
    return settle(selection, "replayed", letters::replay);
  }

  /**
   * @throws Problem 400 when it names neither ids nor a filter, or both
   */
  public Settled discard(DeadLetterSelection selection) {
    String reason = String.valueOf(selection.reason());
    return settle(selection, "discarded", id -> letters.discard(id, reason));
  }

  private Settled settle(DeadLetterSelection selection, String outcome, Consumer<UUID> decision) {
    Page<UUID> chosen = chosen(selection);
    List<Result> results =
        chosen.items().stream().map(id -> settle(id, outcome, decision)).toList();
    return Settled.of(results, chosen.nextCursor());
  }

  private static Result settle(UUID id, String outcome, Consumer<UUID> decision) {
    try {
      decision.accept(id);
      return new Result(id, outcome, null);
    } catch (Problem problem) {
      return new Result(id, "refused", problem.details());
    }
  }

  private Page<UUID> chosen(DeadLetterSelection selection) {
    List<UUID> ids = selection.ids();
    DeadLetterFilter filter = selection.filter();
    if (ids != null && filter == null) {
      return new Page<>(ids, null);
    }
    if (ids == null && filter != null) {
      return matching(filter, Cursor.read(selection.cursor()));
    }
    throw Problem.invalid("filter", "Name either ids or a filter.");
  }

  private Page<UUID> matching(DeadLetterFilter filter, Cursor after) {
    List<Place> found =
        filter
            .into(sql.statement("operations/choose-dead-letters"))
            .param("before", after.at())
            .param("beforeId", after.id())
            .param("limit", AT_ONCE + 1)
            .query(Place.class)
            .list();
    Page<Place> page = Page.of(found, AT_ONCE, Place::cursor);
    return new Page<>(page.items().stream().map(Place::id).toList(), page.nextCursor());
  }

  /** Where a dead letter stands in the list. */
  record Place(UUID id, OffsetDateTime receivedAt) {

    Cursor cursor() {
      return new Cursor(receivedAt.toInstant(), id);
    }
  }
}
