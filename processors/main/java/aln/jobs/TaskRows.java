package aln.jobs;

import aln.media.plan.PlannedTask;
import aln.sql.Json;
import aln.sql.Sql;
import aln.tasks.TaskSettings;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rows of a job's tasks, written together with their wake-ups. */
@Component
class TaskRows {

  private final Sql sql;
  private final Json json;
  private final TaskSettings settings;

  TaskRows(Sql sql, Json json, TaskSettings settings) {
    this.sql = sql;
    this.json = json;
    this.settings = settings;
  }

  void addInspection(UUID job, UUID asset) {
    add(job, asset, List.of(new PlannedTask("inspect", 0, true, 0, Map.of())));
  }

  /** And wakes workers for all that waits for nothing. */
  void add(UUID job, UUID asset, List<PlannedTask> planned) {
    List<UUID> due = new ArrayList<>();
    for (PlannedTask task : planned) {
      UUID id = insert(job, asset, task);
      if (task.after() == null) {
        due.add(id);
      }
    }
    sql.statement("tasks/wake-tasks").param("tasks", due.toArray(UUID[]::new)).query().singleRow();
  }

  /** Wakes what the job has put off until all that it requires is complete. */
  void wakeAfterRenditions(UUID job) {
    sql.statement("tasks/wake-after")
        .param("job", job)
        .param("after", PlannedTask.AFTER_RENDITIONS)
        .query()
        .listOfRows();
  }

  void cancel(UUID job, String message) {
    sql.statement("tasks/cancel-tasks").param("job", job).param("message", message).update();
  }

  /** Cancels what is left of the kind of a task that failed. */
  void cancelKind(UUID task, String message) {
    sql.statement("tasks/cancel-kind").param("task", task).param("message", message).update();
  }

  private UUID insert(UUID job, UUID asset, PlannedTask task) {
    UUID id = UUID.randomUUID();
    sql.statement("tasks/add-task")
        .param("id", id)
        .param("job", job)
        .param("asset", asset)
        .param("kind", task.kind())
        .param("ordinal", task.ordinal())
        .param("required", task.required())
        .param("weight", task.weight())
        .param("spec", json.text(task.spec()))
        .param("maxAttempts", settings.maxAttempts())
        .param("after", task.after())
        .param("dueAfter", Duration.of(task.dueMicros(), ChronoUnit.MICROS).toString())
        .update();
    return id;
  }
}
