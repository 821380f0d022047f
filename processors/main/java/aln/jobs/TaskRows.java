package aln.jobs;

import aln.media.plan.PlannedTask;
import aln.sql.Json;
import aln.sql.Sql;
import aln.tasks.TaskSettings;
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

  void add(UUID job, UUID asset, List<PlannedTask> planned) {
    UUID[] ids = planned.stream().map(task -> insert(job, asset, task)).toArray(UUID[]::new);
    sql.statement("tasks/wake-tasks").param("tasks", ids).query().singleRow();
  }

  void cancel(UUID job, String message) {
    sql.statement("tasks/cancel-tasks").param("job", job).param("message", message).update();
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
        .update();
    return id;
  }
}
