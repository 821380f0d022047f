package aln.jobs;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as {@code openapi/jobs.yaml} shows it.
 *
 * @param waitedSeconds from its request until its plan was there, or until now
 * @param ranSeconds from there until its end, or until now
 */
public record JobView(
    UUID jobId,
    UUID assetId,
    String type,
    String inputKey,
    int version,
    String profile,
    String priority,
    String status,
    double progress,
    @Nullable Failure failure,
    @Nullable String callbackUrl,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    double waitedSeconds,
    @Nullable Double ranSeconds,
    URI receipts,
    @Nullable List<TaskView> tasks) {

  /**
   * @param code stable and kebab-case
   * @param message what happened and what to do next
   */
  public record Failure(String code, String message) {}

  /**
   * One task of it.
   *
   * @param attempt how often it was begun
   * @param seconds from the beginning of its last attempt until its end, or until now
   * @param failedAttempts the last twenty
   */
  public record TaskView(
      UUID taskId,
      String kind,
      int ordinal,
      String status,
      boolean required,
      int attempt,
      int maxAttempts,
      double progress,
      @Nullable String failure,
      Instant queuedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable Double seconds,
      List<FailedAttempt> failedAttempts) {}

  /** One that did not end well, and what kind of cause it had. */
  public record FailedAttempt(
      int attempt, @Nullable Instant startedAt, Instant endedAt, String code) {}

  JobView with(List<TaskView> tasks) {
    return new JobView(
        jobId,
        assetId,
        type,
        inputKey,
        version,
        profile,
        priority,
        status,
        progress,
        failure,
        callbackUrl,
        createdAt,
        startedAt,
        finishedAt,
        waitedSeconds,
        ranSeconds,
        receipts,
        tasks);
  }
}
