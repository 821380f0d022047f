package aln.operations;

import aln.operations.Settled.Result;
import aln.paging.Page;
import aln.problems.Problem;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides about many dead letters, each in a transaction of its own: one that cannot be settled
 * holds up no other, and what was done stays done.
 */
@Component
public class Settlements {

  private static final int AT_ONCE = 100;

  private final DeadLetterViews views;
  private final DeadLetters letters;

  public Settlements(DeadLetterViews views, DeadLetters letters) {
    this.views = views;
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
      return matching(filter, selection.cursor());
    }
    throw Problem.invalid("filter", "Name either ids or a filter.");
  }

  private Page<UUID> matching(DeadLetterFilter filter, @Nullable String cursor) {
    Page<DeadLetter> page = views.list("parked", filter, cursor, AT_ONCE);
    return new Page<>(page.items().stream().map(DeadLetter::id).toList(), page.nextCursor());
  }
}
