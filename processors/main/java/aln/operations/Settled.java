package aln.operations;

import aln.problems.ProblemDetails;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of several dead letters.
 *
 * @param nextCursor to go on with the same filter; absent when no more fit
 */
public record Settled(int done, int refused, List<Result> results, @Nullable String nextCursor) {

  static Settled of(List<Result> results, @Nullable String nextCursor) {
    int refused = (int) results.stream().filter(result -> result.problem() != null).count();
    return new Settled(results.size() - refused, refused, results, nextCursor);
  }

  /**
   * @param outcome replayed, discarded or refused
   * @param problem why it was refused
   */
  public record Result(UUID id, String outcome, @Nullable ProblemDetails problem) {}
}
