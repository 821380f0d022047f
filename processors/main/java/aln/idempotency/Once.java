package aln.idempotency;

import java.util.function.Function;

/**
 * What was done once.
 *
 * @param replayed whether an earlier request had done it
 */
public record Once<T>(T answer, boolean replayed) {

  /** Done just now. */
  public static <T> Once<T> now(T answer) {
    return new Once<>(answer, false);
  }

  static <T> Once<T> before(T answer) {
    return new Once<>(answer, true);
  }

  public <R> Once<R> map(Function<T, R> change) {
    return new Once<>(change.apply(answer), replayed);
  }
}
