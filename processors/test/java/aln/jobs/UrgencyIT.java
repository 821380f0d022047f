package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.plan.PlannedTask;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which task a worker gets that is woken: the one that a viewer needs first. */
class UrgencyIT extends JobsOnPostgres {

  private static final String KIND = PlannedTask.ENCODE_VIDEO;

  @Autowired Resumptions resumptions;
  @Autowired Priorities priorities;

  @Test
  void beginsEveryFilmBeforeTheMiddleOfAny() {
    UUID old = film("1 hour", 3);
    UUID young = film("0 seconds", 3);
    assertThat(next(2)).containsExactly(old + " 0", young + " 0");
    assertThat(next(2)).as("an hour late").containsExactly(old + " 1", old + " 2");
    assertThat(next(3)).containsExactly(young + " 1", young + " 2");
  }

  @Test
  void takesHighJobsBeforeOlderOnesAndLowOnesLast() {
    UUID low = film("2 hours", 2);
    UUID normal = film("1 hour", 2);
    UUID high = film("0 seconds", 2);
    priorities.set(owner(), low, new JobChange("low"));
    priorities.set(admin(), high, new JobChange("high"));
    transaction.executeWithoutResult(
        now -> rows.add(high, filmOf(high), List.of(PlannedTask.at(KIND, 2, 1, 0, Map.of()))));
    assertThat(next(7))
        .containsExactly(
            high + " 0",
            high + " 2",
            high + " 1",
            normal + " 0",
            normal + " 1",
            low + " 0",
            low + " 1");
  }

  @Test
  void onlyAdminsPutAJobBeforeThoseOfOthers() {
    refuses(() -> priorities.set(owner(), job, new JobChange("high")), "forbidden");
    refuses(() -> priorities.set(stranger(), job, new JobChange("low")), "not-found");
    priorities.set(admin(), job, new JobChange("high"));
    priorities.set(owner(), job, new JobChange("normal"));
    assertThat(job("priority")).isEqualTo("normal");
    database.sql("update job set state = 'failed' where id = ?").params(job).update();
    refuses(() -> priorities.set(owner(), job, new JobChange("low")), "job-ended");
  }

  @Test
  void sharesTheWorkersAmongFilmsOfOneTime() {
    UUID one = film("5 seconds", 4);
    UUID other = film("0 seconds", 4);
    assertThat(next(8))
        .as("each chunk at its time, 4 s a chunk")
        .containsExactly(
            one + " 0",
            other + " 0",
            one + " 1",
            one + " 2",
            other + " 1",
            one + " 3",
            other + " 2",
            other + " 3");
  }

  @Test
  void passesOverWhatPausesOrBelongsToAnEndedJob() {
    UUID ended = film("1 hour", 2);
    UUID pausing = film("1 minute", 2);
    UUID film = film("0 seconds", 1);
    change("update job set state = 'failed' where id = :job", ended);
    change("update task set run_after = now() + interval '1 minute' where job_id = :job", pausing);
    assertThat(next(2)).containsExactly(film + " 0");
  }

  @Test
  void givesEachTaskToOneWorkerHoweverManyComeAtOnce() throws Exception {
    List<UUID> films = IntStream.range(0, 20).mapToObj(n -> film(n + " seconds", 20)).toList();
    ExecutorService workers = Executors.newFixedThreadPool(16);
    List<Future<List<String>>> taken = new ArrayList<>();
    Callable<List<String>> worker = () -> next(1000);
    for (int i = 0; i < 16; i++) {
      taken.add(workers.submit(worker));
    }
    List<String> all = new ArrayList<>();
    for (Future<List<String>> own : taken) {
      all.addAll(own.get());
    }
    workers.shutdown();
    assertThat(all).hasSize(films.size() * 20).doesNotHaveDuplicates();
  }

  @Test
  void beginsTheTimeOfAReplayedFilmAnew() {
    UUID old = film("3 days", 2);
    UUID young = film("0 seconds", 2);
    change("update task set state = 'failed', failure_code = 'cancelled' where job_id = :job", old);
    change("update job set state = 'failed' where id = :job", old);
    UUID any = query("select id from task where job_id = :job limit 1", old, UUID.class);
    resumptions.resume(any);
    assertThat(next(4)).containsExactly(young + " 0", old + " 0", young + " 1", old + " 1");
  }

  /** Else its retry would use up another's wake-up, and that one would sleep for minutes. */
  @Test
  void leavesWhatHasPausedUntilItsOwnWakeUpIsWritten() {
    UUID film = film("1 hour", 2);
    change(
        "update task set run_after = now() - interval '1 second', woken_at = now() - interval '9 seconds'"
            + " where ordinal = 0 and job_id = :job",
        film);
    assertThat(next(2)).containsExactly(film + " 1");
    forget("outbox");
    reap();
    assertThat(waiting()).as("wake-ups").isEqualTo(1);
    assertThat(next(1)).containsExactly(film + " 0");
  }

  @Test
  void wakesTheMostUrgentThousandAndNotTheWholeQueue() {
    film("1 hour", 1500);
    forget("outbox");
    database.sql("update task set woken_at = '-infinity'").update();
    reap();
    assertThat(waiting()).isEqualTo(1000);
    reap();
    assertThat(waiting()).as("they are woken").isEqualTo(1000);
    next(10);
    reap();
    assertThat(waiting()).as("as many as were taken").isEqualTo(1010);
  }

  @Test
  void readsAHandfulOfPagesWhateverWaits() throws IOException {
    UUID film = film("1 hour", 1);
    change(
        "insert into task (id, job_id, asset_id, kind, ordinal, required, spec, due_at)"
            + " select gen_random_uuid(), j.id, j.asset_id, 'encode-video', n, true, '{}',"
            + " now() + n * interval '1 second'"
            + " from generate_series(1, 100000) n, job j where j.id = :job",
        film);
    database.sql("analyze task").update();
    JsonNode plan = explain("tasks/claim-task");
    assertThat(plan.toString()).contains("task_urgent");
    long pages = plan.path("Shared Hit Blocks").asLong() + plan.path("Shared Read Blocks").asLong();
    assertThat(pages).as(plan.toPrettyString()).isLessThan(200);
    change("delete from task where job_id = :job", film);
  }

  private JsonNode explain(String statement) throws IOException {
    String text =
        Files.readString(Path.of("config/sql/" + statement + ".sql"))
            .replace(":#${bean:workbench.worker}", "'w'")
            .replace(":#${properties:aln.tasks.lease}", "'20s'")
            .replace(":#${body[kind]}", "'" + KIND + "'");
    String answer =
        database
            .sql("explain (analyze, buffers, format json) " + text)
            .query(String.class)
            .single();
    return new ObjectMapper().readTree(answer).get(0).path("Plan");
  }

  /** A job that is so old, with chunks of 4 s; answers the job. */
  private UUID film(String age, int chunks) {
    UUID film = UUID.randomUUID();
    UUID job = UUID.randomUUID();
    database
        .sql(
            "insert into asset (id, owner_id, status, title, filename, content_type, size, source_key)"
                + " select :film, owner_id, 'processing', 't', 'f', 'video/mp4', 1, :key"
                + " from asset where id = :asset")
        .param("film", film)
        .param("key", film + "/source")
        .param("asset", asset)
        .update();
    database
        .sql(
            "insert into job (id, asset_id, owner_id, version, state, plan, created_at)"
                + " select :job, id, owner_id, 1, 'running', '{}', now() - cast(:age as interval)"
                + " from asset where id = :film")
        .param("job", job)
        .param("age", age)
        .param("film", film)
        .update();
    List<PlannedTask> planned =
        IntStream.range(0, chunks)
            .mapToObj(n -> PlannedTask.at(KIND, n, 1, n * 4_000_000L, Map.of()))
            .toList();
    transaction.executeWithoutResult(now -> rows.add(job, film, planned));
    return job;
  }

  /** The next tasks that workers get, at most so many: job and ordinal. */
  private List<String> next(int most) {
    List<String> taken = new ArrayList<>();
    for (Map<String, Object> row = claim(KIND); row != null; row = claim(KIND)) {
      taken.add(row.get("job") + " " + row.get("ordinal"));
      if (taken.size() == most) {
        return taken;
      }
    }
    return taken;
  }

  private UUID filmOf(UUID job) {
    return query("select asset_id from job where id = :job", job, UUID.class);
  }

  private long waiting() {
    return database
        .sql("select count(*) from outbox where type = 'task.encode-video'")
        .query(Long.class)
        .single();
  }

  private void change(String statement, UUID job) {
    database.sql(statement).param("job", job).update();
  }

  private <T> T query(String statement, UUID job, Class<T> type) {
    return database.sql(statement).param("job", job).query(type).single();
  }
}
