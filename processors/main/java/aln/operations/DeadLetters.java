package aln.operations;

import aln.jobs.Resumptions;
import aln.messages.MessageSettings;
import aln.messages.Outbox;
import aln.problems.Problem;
import aln.sql.Sql;
import aln.tracing.Trace;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was given up: replayed or put away. */
@Component
public class DeadLetters {

  private final Sql sql;
  private final Outbox outbox;
  private final MessageSettings messages;
  private final Resumptions resumptions;

  DeadLetters(Sql sql, Outbox outbox, MessageSettings messages, Resumptions resumptions) {
    this.sql = sql;
    this.outbox = outbox;
    this.messages = messages;
    this.resumptions = resumptions;
  }

  /**
   * Tries again: a task gets all its attempts anew, together with what was cancelled for its sake;
   * any other message is sent once more.
   *
   * @throws Problem 404 when there is none, 409 when it is settled, its asset has gone on without
   *     it, or nobody would take it
   */
  @Transactional
  public void replay(UUID id) {
    Parked letter = settle(id, "replayed", null);
    if (letter.taskId() != null) {
      requeue(letter.taskId());
    } else {
      resend(letter);
    }
  }

  /** What no queue takes would wait in the outbox for ever. */
  private void resend(Parked letter) {
    String type = Optional.ofNullable(letter.type()).orElse("unknown");
    if (!messages.takes(type)) {
      throw Problem.conflict(
          "nobody-takes-it",
          "No flow takes in messages of type %s. Discard this dead letter instead."
              .formatted(type));
    }
    try (Scope scope = trace(letter.traceparent()).enter()) {
      outbox.resend(type, letter.body());
    }
  }

  /**
   * Puts away for good. The failure of a task is final by that: what its job had half made may go,
   * and its asset keeps the words of the failure.
   *
   * @throws Problem 404 when there is none, 409 when it is settled
   */
  @Transactional
  public void discard(UUID id, String reason) {
    Parked letter = settle(id, "discarded", reason);
    if (letter.taskId() != null) {
      sql.statement("operations/give-up-task")
          .param("task", letter.taskId())
          .query(HalfMade.class)
          .optional()
          .ifPresent(this::tellSweeper);
    }
  }

  private void tellSweeper(HalfMade left) {
    try (Scope scope = trace(left.traceparent()).enter()) {
      outbox.announce(
          "asset.failed",
          left.asset(),
          Map.of("asset", left.asset(), "owner", left.owner(), "version", left.version()));
    }
  }

  private Parked settle(UUID id, String state, @Nullable String reason) {
    Parked letter =
        sql.statement("operations/lock-dead-letter")
            .param("id", id)
            .query(Parked.class)
            .optional()
            .orElseThrow(() -> Problem.notFound("There is no dead letter with this id."));
    if (!letter.state().equals("parked")) {
      throw Problem.conflict(
          "settled", "This dead letter is settled: it was " + letter.state() + ".");
    }
    sql.statement("operations/settle-dead-letter")
        .param("id", id)
        .param("state", state)
        .param("reason", reason)
        .update();
    return letter;
  }

  private void requeue(UUID task) {
    if (!resumptions.resume(task)) {
      throw Problem.conflict(
          "job-gone",
          "The asset was deleted, or another job of it runs or is complete. Discard this dead letter instead.");
    }
  }

  /** A hop of the trace that stands in a header or a row; a new one where none does. */
  private static Trace trace(@Nullable String traceparent) {
    return Trace.read(traceparent).map(Trace::next).orElseGet(Trace::begin);
  }

  /** A dead letter's row, locked. */
  record Parked(
      String state,
      @Nullable UUID taskId,
      @Nullable String type,
      String body,
      @Nullable String traceparent) {}

  /** The version that a job had half made whose failure is final now. */
  record HalfMade(UUID asset, UUID owner, int version, String traceparent) {}
}
