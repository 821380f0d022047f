package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import aln.messages.MessageSchemas;
import aln.tasks.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the broker lost is told again from the rows, and only that. */
class RetoldEventsIT extends JobsOnPostgres {

  @Autowired MessageSchemas schemas;

  @BeforeEach
  void onlyThisAsset() {
    database
        .sql("update job set state = 'complete' where asset_id <> :asset")
        .param("asset", asset)
        .update();
    database
        .sql("update asset set deleted_at = now() where id <> :asset")
        .param("asset", asset)
        .update();
  }

  @Test
  void anArrivalWithoutAJob() {
    database.sql("delete from task where job_id = :job").param("job", job).update();
    database.sql("delete from job where id = :job").param("job", job).update();
    database
        .sql("update asset set status = 'uploaded' where id = :asset")
        .param("asset", asset)
        .update();
    assertThat(retold()).containsExactly("asset.uploaded");
  }

  @Test
  void anInspectionWithoutAPlan() {
    tasks.commit(work(task("inspect")), Map.of());
    assertThat(retold()).containsExactly("task.done");
  }

  @Test
  void theLastTaskOfAJobThatDidNotEnd() {
    tasks.commit(work(task("inspect")), Map.of());
    tasks.commit(work(planned("encode-video", true)), stored());
    assertThat(retold()).containsExactly("task.done");
  }

  @Test
  void theFailureThatEndsTheJob() {
    tasks.commit(work(task("inspect")), Map.of());
    UUID task = planned("encode-video", true);
    planned("encode-audio", true);
    attemptsAreUsedUp(task);
    assertThat(retold()).containsExactly("task.failed");
  }

  @Test
  void theCompletionOfAPublicAssetWithoutADate() {
    tasks.commit(work(task("inspect")), Map.of());
    tasks.commit(work(planned("encode-video", true)), stored());
    jobs.finish(job);
    database
        .sql("update asset set visibility = 'public' where id = :asset")
        .param("asset", asset)
        .update();
    assertThat(retold()).containsExactly("asset.complete");
  }

  @Test
  void nothingWhileWorkIsUnderWay() {
    tasks.commit(work(task("inspect")), Map.of());
    planned("encode-audio", true);
    tasks.commit(work(planned("encode-video", true)), stored());
    assertThat(retold()).isEmpty();
  }

  @Test
  void nothingThatJustHappened() {
    tasks.commit(work(task("inspect")), Map.of());
    forget("outbox");
    retell();
    assertThat(events()).isEmpty();
  }

  @Test
  void onceInAWhile() {
    tasks.commit(work(task("inspect")), Map.of());
    assertThat(retold()).hasSize(1);
    assertThat(retold()).isEmpty();
    database
        .sql("update job set told_at = now() - interval '11 minutes' where id = :id")
        .param("id", job)
        .update();
    assertThat(retold()).hasSize(1);
  }

  private void attemptsAreUsedUp(UUID task) {
    Work work = work(task);
    database.sql("update task set max_attempts = 1 where id = :id").param("id", task).update();
    tasks.retryOrPark(
        new Work(
            work.claim(),
            work.version(),
            1,
            work.spec(),
            work.source(),
            work.sourceSize(),
            work.directory(),
            work.outputPrefix()),
        new IllegalStateException("broken"));
  }

  /** The types of what is told two minutes later; each fits its schema. */
  private List<String> retold() {
    forget("outbox");
    database.sql("update task set finished_at = finished_at - interval '2 minutes'").update();
    database.sql("update asset set updated_at = updated_at - interval '2 minutes'").update();
    retell();
    database
        .sql("select type, data from outbox")
        .query()
        .listOfRows()
        .forEach(row -> schemas.check(row.get("type").toString(), row.get("data").toString()));
    return events();
  }

  private void retell() {
    camel.requestBody("sql:classpath:config/sql/jobs/retell-events.sql", (Object) null);
  }
}
