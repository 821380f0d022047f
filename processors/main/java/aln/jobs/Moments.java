package aln.jobs;

import aln.media.plan.Plan;
import aln.media.plan.SideTasks;
import aln.problems.Problem;
import aln.sql.Json;
import aln.sql.Sql;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stills that owners want of a moment of their video. */
@Component
public class Moments {

  /** Of one version, so that nobody fills the store with them. */
  private static final int MOST = 100;

  private final Sql sql;
  private final TaskRows tasks;
  private final Json json;

  public Moments(Sql sql, TaskRows tasks, Json json) {
    this.sql = sql;
    this.tasks = tasks;
    this.json = json;
  }

  /**
   * Adds the task that takes it, as part of the caller's transaction, which has locked the asset.
   *
   * @param seconds from the first frame
   * @throws Problem 409 when the video is not complete, another still is being taken or there are
   *     enough of them, 400 when it is not that long
   */
  public void take(UUID asset, double seconds) {
    Shown shown =
        sql.statement("jobs/shown-plan")
            .param("asset", asset)
            .query(Shown.class)
            .optional()
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "not-complete",
                        "Only a video that is complete has pictures to choose from."));
    if (shown.busy()) {
      throw Problem.conflict(
          "taking-a-picture",
          "The picture of another moment is just being taken. Try again in a moment.",
          Duration.ofSeconds(2));
    }
    if (shown.ordinal() > MOST) {
      throw Problem.conflict(
          "enough-pictures",
          "%d pictures of this video were taken already. Choose one of them.".formatted(MOST));
    }
    if (seconds >= shown.duration()) {
      throw Problem.invalid("at", "is beyond the end, which is at " + shown.duration() + " s");
    }
    Plan plan = json.read(shown.plan(), Plan.class);
    long micros = Math.round(seconds * 1e6);
    tasks.add(shown.job(), asset, List.of(SideTasks.moment(plan, shown.ordinal(), micros)));
  }

  /** What a still is taken from. */
  record Shown(UUID job, String plan, double duration, int ordinal, boolean busy) {}
}
