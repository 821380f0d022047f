package aln.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was given up, as {@code openapi/admin-dead-letters.yaml} shows it.
 *
 * @param state parked, replayed or discarded
 * @param queue where the message was to go
 * @param type CloudEvents type
 * @param code stable name of the kind of cause
 * @param cause for the operator
 * @param detail the last lines that a tool said
 * @param traceId of the request that all this goes back to
 * @param headers as they were
 * @param body as it was; a list shows its beginning
 * @param history what became of each attempt of its task, the last one last; a list leaves it out
 * @param reason why it was discarded
 */
public record DeadLetter(
    UUID id,
    String state,
    String queue,
    @Nullable String type,
    @Nullable String messageId,
    String code,
    String cause,
    @Nullable String detail,
    @Nullable Integer attempts,
    @Nullable UUID taskId,
    @Nullable UUID assetId,
    @Nullable Subject asset,
    @Nullable String traceId,
    Map<String, String> headers,
    String body,
    List<Attempt> history,
    @Nullable String reason,
    Instant receivedAt,
    @Nullable Instant settledAt) {

  /**
   * The asset that it was about.
   *
   * @param owner e-mail address
   */
  public record Subject(UUID id, String title, String owner, String status) {}

  /**
   * An attempt that did not end well.
   *
   * @param command the program that failed and its arguments, without secrets
   * @param exitCode of that program, where it ended by itself
   */
  public record Attempt(
      int attempt,
      @Nullable String worker,
      @Nullable Instant startedAt,
      Instant endedAt,
      String code,
      String cause,
      @Nullable String detail,
      @Nullable List<String> command,
      @Nullable Integer exitCode) {}
}
