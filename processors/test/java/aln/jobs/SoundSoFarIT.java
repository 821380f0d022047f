package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import aln.tasks.Stored;
import aln.tasks.StoredTrack;
import aln.tasks.StoredTrack.StoredSegment;
import aln.tasks.Work;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sound that is shown while it is encoded: whose segments a playlist names, and when. */
class SoundSoFarIT extends JobsOnPostgres {

  private UUID task;

  @BeforeEach
  void plan() {
    task = planned("encode-audio", true);
    forget("outbox");
  }

  @Test
  void isShownBeforeItsTaskEndsAndTellsNobody() {
    Work work = work(task);
    assertThat(tasks.show(work, part(work, 0, 3))).isTrue();
    assertThat(keys())
        .containsExactly(work.outputPrefix() + 0, work.outputPrefix() + 1, work.outputPrefix() + 2);
    assertThat(state(task)).isEqualTo("running");
    assertThat(events()).isEmpty();
    tasks.commit(work, part(work, 3, 5));
    assertThat(keys()).hasSize(5);
    assertThat(events()).containsExactly("task.done");
  }

  @Test
  void isTakenFromNobodyWhoHasLostIt() {
    Work late = work(task);
    leaseEnds(late);
    reap();
    work(task);
    assertThat(tasks.show(late, part(late, 0, 3))).isFalse();
    assertThat(keys()).isEmpty();
  }

  @Test
  void staysWhenItsWorkerDiesAndIsReplacedByTheNext() {
    Work first = work(task);
    tasks.show(first, part(first, 0, 4));
    leaseEnds(first);
    reap();
    Work next = work(task);
    assertThat(keys()).as("a viewer may go on").hasSize(4);
    tasks.show(next, part(next, 0, 2));
    assertThat(keys())
        .containsExactly(
            next.outputPrefix() + 0,
            next.outputPrefix() + 1,
            first.outputPrefix() + 2,
            first.outputPrefix() + 3);
    tasks.commit(next, part(next, 2, 3));
    assertThat(keys())
        .as("nothing of the first attempt, although it had more")
        .containsExactly(next.outputPrefix() + 0, next.outputPrefix() + 1, next.outputPrefix() + 2);
  }

  private static Stored part(Work work, int from, int to) {
    List<StoredSegment> segments =
        IntStream.range(from, to)
            .mapToObj(n -> new StoredSegment(n, n * 4000L, 4000, work.outputPrefix() + n, 10, 9))
            .toList();
    String init = from == 0 ? work.outputPrefix() + "init" : null;
    return new Stored(
        null, List.of(new StoredTrack("360p", 1000, "avc1.64001e", init, segments)), List.of());
  }

  private List<String> keys() {
    return database
        .sql(
            "select s.key from segment s join rendition r on r.id = s.rendition_id"
                + " where r.asset_id = :asset order by s.number")
        .param("asset", asset)
        .query(String.class)
        .list();
  }
}
