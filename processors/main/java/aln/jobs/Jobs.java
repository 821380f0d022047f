package aln.jobs;

import aln.callbacks.Callbacks;
import aln.media.plan.PlannedTask;
import aln.messages.Outbox;
import aln.sql.Sql;
import aln.tracing.Trace;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A job from its opening to its end. Every step may be asked for twice and happens once. */
@Component
public class Jobs {

  private final Sql sql;
  private final Outbox outbox;
  private final TaskRows tasks;
  private final Callbacks callbacks;

  Jobs(Sql sql, Outbox outbox, TaskRows tasks, Callbacks callbacks) {
    this.sql = sql;
    this.outbox = outbox;
    this.tasks = tasks;
    this.callbacks = callbacks;
  }

  /** The first job of an asset that has arrived; empty when it has one already. */
  @Transactional
  public Optional<UUID> open(UUID asset, String profile) {
    return open(asset, Terms.of(profile), false);
  }

  /** One more version of an asset; empty while a job of it is not at its end. */
  @Transactional
  Optional<UUID> reopen(UUID asset, Terms terms) {
    return open(asset, terms, true);
  }

  private Optional<UUID> open(UUID asset, Terms terms, boolean again) {
    UUID job = UUID.randomUUID();
    int opened =
        sql.statement("jobs/open-job")
            .param("id", job)
            .param("asset", asset)
            .param("profile", terms.profile())
            .param("priority", terms.priority())
            .param("callbackUrl", terms.callbackUrl())
            .param("callbackOwner", terms.callbackOwner())
            .param("again", again)
            .param("traceparent", Trace.here().header())
            .update();
    if (opened == 0) {
      return Optional.empty();
    }
    sql.statement("jobs/start-processing").param("asset", asset).update();
    tasks.addInspection(job, asset);
    return Optional.of(job);
  }

  /**
   * Complete, with its version published in the same moment, once nothing required is missing; what
   * has waited for that begins.
   */
  @Transactional
  public void finish(UUID id) {
    Job job = lock(id);
    if (job.ended() || !job.planned() || unfinished(id) > 0) {
      return;
    }
    end(job, "complete", null, null);
    sql.statement("jobs/complete-asset")
        .param("asset", job.assetId())
        .param("version", job.version())
        .param("job", id)
        .update();
    sql.statement("jobs/cancel-outdated")
        .param("asset", job.assetId())
        .param("version", job.version())
        .update();
    announce("asset.complete", job);
    tasks.wakeAfterRenditions(id);
  }

  /**
   * Failed because of a task that it needs; a side task's failure changes nothing, except that
   * nobody goes on with a second set that cannot become whole. Nothing happens when the task is
   * tried again meanwhile.
   */
  @Transactional
  public void fail(UUID id, UUID task) {
    Job job = lock(id);
    sql.statement("jobs/task-failure")
        .param("task", task)
        .query(TaskFailure.class)
        .optional()
        .ifPresent(failure -> fail(job, task, failure));
  }

  private void fail(Job job, UUID task, TaskFailure failure) {
    if (failure.kind().equals(PlannedTask.ENCODE_SECOND_SET)) {
      tasks.cancelKind(task, "Waits until what failed beside it is tried again.");
    }
    if (job.ended() || !failure.required()) {
      return;
    }
    end(job, "failed", failure.failureCode(), failure.failure());
    tasks.cancel(job.id(), "Not needed any more: another part of the work failed.");
    sql.statement("jobs/fail-asset")
        .param("asset", job.assetId())
        .param("code", failure.failureCode())
        .param("message", failure.failure())
        .update();
    announceFailure(job);
  }

  Job lock(UUID id) {
    return sql.statement("jobs/lock-job").param("id", id).query(Job.class).single();
  }

  private int unfinished(UUID job) {
    return sql.statement("jobs/unfinished-tasks").param("job", job).query(Integer.class).single();
  }

  /** Part of the transaction that has locked it. */
  void end(Job job, String state, @Nullable String code, @Nullable String message) {
    sql.statement("jobs/end-job")
        .param("id", job.id())
        .param("state", state)
        .param("code", code)
        .param("message", message)
        .update();
    callbacks.tellEnd(job.id());
  }

  void announceFailure(Job job) {
    announce("asset.failed", job);
  }

  private void announce(String type, Job job) {
    outbox.announce(
        type,
        job.assetId(),
        Map.of("asset", job.assetId(), "owner", job.ownerId(), "version", job.version()));
  }

  /** What a failed task's row says. */
  record TaskFailure(String kind, boolean required, String failureCode, String failure) {}
}
