package aln.operations;

import java.time.Instant;
import java.util.List;

/** What kinds of dead letters wait for a decision, the most frequent first. */
public record DeadLetterKinds(List<Kind> items) {

  /**
   * @param code kind of cause
   * @param count how many
   */
  public record Kind(String queue, String code, long count, Instant oldest, Instant newest) {}
}
