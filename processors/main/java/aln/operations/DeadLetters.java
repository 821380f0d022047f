package aln.operations;

import aln.messages.MessageSettings;
import aln.messages.Outbox;
import aln.problems.Problem;
import aln.sql.Json;
import aln.sql.Sql;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was given up: kept, replayed or put away. */
@Component
public class DeadLetters {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Sql sql;
  private final Outbox outbox;
  private final MessageSettings messages;
  private final Json json;

  public DeadLetters(Sql sql, Outbox outbox, MessageSettings messages, Json json) {
    this.sql = sql;
    this.outbox = outbox;
    this.messages = messages;
    this.json = json;
  }

  /**
   * Keeps what came into the dead-letter queue; the same message is kept once. Headers may say
   * anything: one that cannot be read must not hold up the letters behind it.
   */
  public void park(Map<String, Object> headers, @Nullable String body) {
    Map<String, String> texts = new TreeMap<>();
    headers.forEach((name, value) -> texts.put(storable(name), storable(String.valueOf(value))));
    sql.statement("operations/park-dead-letter")
        .param("id", UUID.randomUUID())
        .param("messageId", texts.get("cloudEvents_id"))
        .param(
            "queue",
            texts.getOrDefault("aln-queue", texts.getOrDefault("x-first-death-queue", "unknown")))
        .param("type", texts.get("cloudEvents_type"))
        .param("cause", cause(texts))
        .param("detail", texts.get("aln-detail"))
        .param("attempts", number(texts.get("aln-attempts")))
        .param("task", uuid(texts.get("aln-task")))
        .param("asset", uuid(texts.get("aln-asset")))
        .param("headers", json.text(texts))
        .param("body", storable(body == null ? "" : body))
        .update();
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
      resend(Optional.ofNullable(letter.type()).orElse("unknown"), letter.body());
    }
  }

  /** What no queue takes would wait in the outbox for ever. */
  private void resend(String type, String body) {
    if (!messages.takes(type)) {
      throw Problem.conflict(
          "nobody-takes-it",
          "No flow takes in messages of type %s. Discard this dead letter instead."
              .formatted(type));
    }
    outbox.resend(type, body);
  }

  /**
   * @throws Problem 404 when there is none, 409 when it is settled
   */
  @Transactional
  public void discard(UUID id, String reason) {
    settle(id, "discarded", reason);
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
    int resumed = sql.statement("operations/resume-job").param("task", task).update();
    if (resumed == 0) {
      throw Problem.conflict(
          "job-gone",
          "The asset was deleted, or another job of it runs or is complete. Discard this dead letter instead.");
    }
    sql.statement("operations/resume-asset").param("task", task).update();
    sql.statement("operations/resume-tasks").param("task", task).query().listOfRows();
  }

  private static String cause(Map<String, String> headers) {
    String death = headers.get("x-first-death-reason");
    String broker = death == null ? "unknown" : "The broker gave it up: " + death;
    return headers.getOrDefault("aln-cause", broker);
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text == null || !NUMBER.matcher(text).matches() ? null : Integer.valueOf(text);
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    return text == null || !UUID_FORM.matcher(text).matches() ? null : UUID.fromString(text);
  }

  /** PostgreSQL holds no NUL in a text. */
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  /** A dead letter's row, locked. */
  record Parked(String state, @Nullable UUID taskId, @Nullable String type, String body) {}
}
