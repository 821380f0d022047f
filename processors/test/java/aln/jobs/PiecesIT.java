package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.encode.Piece;
import aln.media.encode.Pieces;
import aln.media.plan.PlannedTask;
import aln.operations.DeadLetterBox;
import aln.operations.DeadLetters;
import aln.tasks.StoredPieces;
import aln.tasks.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Chunks that wait until their source has been cut into pieces. */
class PiecesIT extends JobsOnPostgres {

  private static final StoredPieces PIECES =
      new StoredPieces("a/header", new Pieces(List.of(new Piece("a/0", 0, 1))), List.of());

  @Autowired DeadLetters letters;
  @Autowired DeadLetterBox box;

  private UUID remux;
  private UUID chunk;

  @BeforeEach
  void aChunkThatWaits() {
    database.sql("update job set state = 'complete' where id <> :id").param("id", job).update();
    tasks.commit(work(task("inspect")), Map.of());
    remux = planned("remux-source", true);
    transaction.executeWithoutResult(
        now ->
            rows.add(
                job,
                asset,
                List.of(
                    PlannedTask.at("encode-video", 1, 1, 0, Map.of()).waitingFor("remux-source"))));
    chunk = task("encode-video");
    forget("outbox");
  }

  @Test
  void areWokenInTheTransactionThatCompletesThePieces() {
    reap();
    assertThat(claim("encode-video")).isNull();
    tasks.commit(work(remux), PIECES);
    assertThat(events()).containsExactlyInAnyOrder("task.encode-video", "task.done");
    assertThat(claim(chunk)).isNotNull();
  }

  @Test
  void waitOnWhileTheSourceIsCutOnceMore() {
    Work gone = work(remux);
    leaseEnds(gone);
    reap();
    reap();
    assertThat(events()).containsOnly("task.remux-source");
    assertThat(claim("encode-video")).isNull();
    tasks.commit(work(remux), PIECES);
    assertThat(claim(chunk)).isNotNull();
  }

  @Test
  void areRequiredByTheJob() {
    tasks.commit(work(remux), PIECES);
    jobs.finish(job);
    assertThat(asset("status")).isEqualTo("processing");
  }

  @Test
  void beginAtOnceWhenOneIsReplayedThatHasItsPieces() {
    tasks.commit(work(remux), PIECES);
    givenUp(chunk);
    jobs.fail(job, chunk);
    forget("outbox");
    letters.replay(letterOf(chunk));
    assertThat(events()).containsExactly("task.encode-video");
    assertThat(claim(chunk)).isNotNull();
  }

  @Test
  void waitAgainWhenThePiecesAreReplayed() {
    givenUp(remux);
    jobs.fail(job, remux);
    forget("outbox");
    letters.replay(letterOf(remux));
    assertThat(events()).containsExactly("task.remux-source");
    assertThat(claim("encode-video")).isNull();
    tasks.commit(work(remux), PIECES);
    assertThat(claim(chunk)).isNotNull();
  }

  /** With a dead letter. */
  private void givenUp(UUID task) {
    database.sql("update task set max_attempts = 1 where id = :id").param("id", task).update();
    Work work = work(task);
    tasks.retryOrPark(work, new IllegalStateException("broken"));
    box.keep(
        Map.of(
            "cloudEvents_id", task.toString(),
            "aln-task", task.toString(),
            "aln-asset", asset.toString()),
        "{}");
  }

  private UUID letterOf(UUID task) {
    return database
        .sql("select id from dead_letter where task_id = :task")
        .param("task", task)
        .query(UUID.class)
        .single();
  }
}
