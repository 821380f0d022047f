package aln.jobs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as {@code openapi/jobs.yaml} shows it. */
public record JobView(
    UUID jobId,
    UUID assetId,
    int version,
    String profile,
    String status,
    double progress,
    @Nullable Failure failure,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable List<TaskView> tasks) {

  /**
   * @param code stable and kebab-case
   * @param message what happened and what to do next
   */
  public record Failure(String code, String message) {}

  /** One task of it. */
  public record TaskView(
      UUID taskId,
      String kind,
      int ordinal,
      String status,
      boolean required,
      int attempt,
      double progress,
      @Nullable String failure,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {}

  JobView with(List<TaskView> tasks) {
    return new JobView(
        jobId,
        assetId,
        version,
        profile,
        status,
        progress,
        failure,
        createdAt,
        startedAt,
        finishedAt,
        tasks);
  }
}
