package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.operations.DeadLetterBox;
import aln.operations.DeadLetterFilter;
import aln.operations.DeadLetterSelection;
import aln.operations.DeadLetters;
import aln.operations.Settled;
import aln.operations.Settlements;
import aln.problems.Problem;
import aln.tasks.Work;
import aln.tracing.Trace;
import io.opentelemetry.context.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an admin's decision about dead letters changes, and which trace it belongs to. */
class DecisionsIT extends JobsOnPostgres {

  @Autowired DeadLetters letters;
  @Autowired DeadLetterBox box;
  @Autowired Settlements settlements;

  @BeforeEach
  void noOtherLetters() {
    forget("dead_letter");
  }

  @Test
  void discardingMakesTheFailureFinalForTheSweeperAndKeepsItsWords() {
    UUID task = parked();
    String words = asset("failure_message");
    forget("outbox");
    letters.discard(letterOf(task), "The file is broken");

    assertThat(number("select count(*) from task where id = :id and parked", task)).isZero();
    assertThat(events()).containsExactly("asset.failed");
    assertThat(outbox("data ->> 'version'")).containsExactly("1");
    assertThat(asset("status")).isEqualTo("failed");
    assertThat(asset("failure_message")).isEqualTo(words).isNotBlank();
    assertThatThrownBy(() -> letters.replay(letterOf(task))).isInstanceOf(Problem.class);
  }

  @Test
  void discardingWhatBelongsToADeletedAssetTellsNobody() {
    UUID task = parked();
    database.sql("update asset set deleted_at = now(), status = 'deleted'").update();
    forget("outbox");
    letters.discard(letterOf(task), "Gone");
    assertThat(events()).isEmpty();
  }

  @Test
  void everyEventOfAJobBelongsToItsTraceWhoeverWritesIt() {
    UUID task = planned("encode-video", true);
    Work work = work(task);
    database
        .sql("update task set attempt = max_attempts where id = :id")
        .param("id", task)
        .update();
    leaseEnds(work);
    tasks.abandon(task, work.claim().fence());
    jobs.fail(job, task);
    letter(Map.of("aln-task", task.toString(), "cloudEvents_traceparent", jobsTrace()));
    try (Scope scope = Trace.begin().enter()) {
      letters.replay(letterOf(task));
    }
    reap();
    List<String> hops = outbox("headers ->> 'cloudEvents_traceparent'");
    assertThat(events()).contains("task.inspect", "task.encode-video", "task.failed");
    // asset.failed was written by this test's own thread, which works for nobody.
    List<String> ofTheJob =
        database
            .sql(
                "select headers ->> 'cloudEvents_traceparent' from outbox"
                    + " where type <> 'asset.failed' and subject = :asset")
            .param("asset", asset)
            .query(String.class)
            .list();
    assertThat(ofTheJob).hasSizeGreaterThan(3).doesNotContainNull();
    assertThat(ofTheJob)
        .allSatisfy(
            hop ->
                assertThat(Trace.read(hop).orElseThrow().id())
                    .isEqualTo(Trace.read(jobsTrace()).orElseThrow().id()));
    assertThat(hops).doesNotContainNull().doesNotContain(jobsTrace());
  }

  @Test
  void aJobBelongsToTheTraceThatOpenedIt() {
    jobs.finish(job);
    database.sql("update job set state = 'complete' where id = :id").param("id", job).update();
    database.sql("update asset set status = 'complete' where id = :id").param("id", asset).update();
    Trace request = Trace.begin();
    try (Scope scope = request.enter()) {
      job = jobs.reopen(asset, Terms.of("standard")).orElseThrow();
    }
    assertThat(jobsTrace()).isEqualTo(request.header());
  }

  @Test
  void aMessageIsSentAgainInItsOwnTrace() {
    String hop = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    UUID id = letter(Map.of("cloudEvents_type", "task.done", "cloudEvents_traceparent", hop));
    forget("outbox");
    letters.replay(id);
    assertThat(outbox("headers ->> 'cloudEvents_traceparent'"))
        .singleElement()
        .asString()
        .contains("4bf92f3577b34da6a3ce929d0e0e4736")
        .isNotEqualTo(hop);
  }

  @Test
  void settlesWhatItCanAndSaysWhyNotTheRest() {
    UUID good = letter(Map.of("cloudEvents_type", "task.done"));
    UUID nobodys = letter(Map.of("cloudEvents_type", "task.dance"));
    UUID unknown = UUID.randomUUID();
    Settled settled = settlements.replay(these(List.of(nobodys, unknown, good)));
    assertThat(settled.done()).isEqualTo(1);
    assertThat(settled.refused()).isEqualTo(2);
    assertThat(settled.results())
        .extracting(each -> each.outcome())
        .containsExactly("refused", "refused", "replayed");
    assertThat(settled.results().get(0).problem().type()).isEqualTo("/problems/nobody-takes-it");
    assertThat(settled.results().get(1).problem().status()).isEqualTo(404);
    assertThat(state("dead_letter", good)).isEqualTo("replayed");
    assertThat(state("dead_letter", nobodys)).isEqualTo("parked");

    Settled again = settlements.replay(these(List.of(good)));
    assertThat(again.done()).isZero();
    assertThat(again.results().get(0).problem().type()).isEqualTo("/problems/settled");
  }

  @Test
  void goesThroughAllThatFitAFilterAHundredAtATime() {
    for (int i = 0; i < 120; i++) {
      letter(Map.of("aln-queue", "aln.inspect", "aln-code", "invalid-message"));
    }
    UUID other = letter(Map.of("aln-queue", "aln.open-job", "aln-code", "invalid-message"));
    var filter = new DeadLetterFilter("aln.inspect", null, "invalid-message", null, null, null);
    Settled first = settlements.discard(new DeadLetterSelection(null, filter, null, "No use"));
    assertThat(first.done()).isEqualTo(100);
    Settled second =
        settlements.discard(new DeadLetterSelection(null, filter, first.nextCursor(), "No use"));
    assertThat(second.done()).isEqualTo(20);
    assertThat(second.nextCursor()).isNull();
    assertThat(state("dead_letter", other)).isEqualTo("parked");
  }

  @Test
  void wantsEitherIdsOrAFilter() {
    var filter = DeadLetterFilter.of(null, null, null, null);
    assertThatThrownBy(
            () -> settlements.replay(new DeadLetterSelection(List.of(), filter, null, null)))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> settlements.replay(new DeadLetterSelection(null, null, null, null)))
        .isInstanceOf(Problem.class);
  }

  /** A task that was given up, with its dead letter. */
  private UUID parked() {
    UUID task = planned("encode-video", true);
    database.sql("update task set max_attempts = 1 where id = :id").param("id", task).update();
    tasks.retryOrPark(work(task), new IllegalStateException("broken"));
    jobs.fail(job, task);
    letter(Map.of("aln-task", task.toString(), "aln-asset", asset.toString()));
    return task;
  }

  private UUID letter(Map<String, String> headers) {
    Map<String, Object> all = new HashMap<>(headers);
    String message = UUID.randomUUID().toString();
    all.put("cloudEvents_id", message);
    box.keep(all, "{}");
    return database
        .sql("select id from dead_letter where message_id = :message")
        .param("message", message)
        .query(UUID.class)
        .single();
  }

  private UUID letterOf(UUID task) {
    return database
        .sql("select id from dead_letter where task_id = :task")
        .param("task", task)
        .query(UUID.class)
        .single();
  }

  private static DeadLetterSelection these(List<UUID> ids) {
    return new DeadLetterSelection(ids, null, null, null);
  }

  private String jobsTrace() {
    return database
        .sql("select traceparent from job where id = :id")
        .param("id", job)
        .query(String.class)
        .single();
  }

  private List<String> outbox(String column) {
    return database.sql("select " + column + " from outbox order by id").query(String.class).list();
  }

  private String state(String table, UUID id) {
    return database
        .sql("select state from " + table + " where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }
}
