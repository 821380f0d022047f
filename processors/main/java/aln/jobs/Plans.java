package aln.jobs;

import aln.media.plan.Findings;
import aln.media.plan.Ladder;
import aln.media.plan.Ladders;
import aln.media.plan.Plan;
import aln.media.plan.VideoRendition;
import aln.profiles.CodecSets;
import aln.sql.Json;
import aln.sql.Sql;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From what the inspection found to the rows of renditions and tasks. */
@Component
public class Plans {

  private final Sql sql;
  private final Jobs jobs;
  private final TaskRows tasks;
  private final RenditionRows renditions;
  private final Json json;
  private final CodecSets codecSets;

  Plans(
      Sql sql,
      Jobs jobs,
      TaskRows tasks,
      RenditionRows renditions,
      Json json,
      CodecSets codecSets) {
    this.sql = sql;
    this.jobs = jobs;
    this.tasks = tasks;
    this.renditions = renditions;
    this.json = json;
    this.codecSets = codecSets;
  }

  /** What there is to plan from; null when the job is planned or ended already. */
  @Transactional
  public @Nullable Inspected inspected(UUID id) {
    Job job = jobs.lock(id);
    if (job.ended() || job.planned()) {
      return null;
    }
    String result = sql.statement("jobs/inspection").param("job", id).query(String.class).single();
    Findings found = json.read(result, Findings.class);
    Ladder ladder = codecSets.possible(Ladders.named(job.profile()));
    return new Inspected(found.inspection(), ladder, found.fit());
  }

  /** Writes renditions, tasks and their wake-ups in one transaction; twice is the same as once. */
  @Transactional
  public void begin(UUID id, Plan plan) {
    Job job = jobs.lock(id);
    if (job.ended() || job.planned()) {
      return;
    }
    sql.statement("jobs/begin-job").param("id", id).param("plan", json.text(plan)).update();
    describe(job, plan);
    renditions.write(job, plan);
    tasks.add(id, job.assetId(), plan.tasks());
  }

  private void describe(Job job, Plan plan) {
    VideoRendition largest = plan.video().isEmpty() ? null : plan.video().get(0);
    sql.statement("jobs/describe-asset")
        .param("asset", job.assetId())
        .param("type", largest == null ? "audio" : "video")
        .param("duration", plan.durationMicros() / 1e6)
        .param("width", largest == null ? null : largest.width())
        .param("height", largest == null ? null : largest.height())
        .update();
  }
}
