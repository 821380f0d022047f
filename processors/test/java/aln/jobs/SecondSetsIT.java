package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.accounts.Caller;
import aln.content.Repairs;
import aln.media.FrameRate;
import aln.media.MediaRefused;
import aln.media.plan.Access;
import aln.media.plan.Codec;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Picture;
import aln.media.plan.PlannedTask;
import aln.media.plan.VideoChunk;
import aln.media.plan.VideoRendition;
import aln.playback.Playbacks;
import aln.tasks.Stored;
import aln.tasks.StoredTrack;
import aln.tasks.StoredTrack.StoredSegment;
import aln.tasks.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The second set of a version: nothing of it is seen before all of it is there. */
class SecondSetsIT extends JobsOnPostgres {

  private static final String KIND = PlannedTask.ENCODE_SECOND_SET;
  private static final FrameRate RATE = FrameRate.of(25, 1);

  @Autowired Playbacks playbacks;
  @Autowired Repairs repairs;

  private Caller owner;

  @BeforeEach
  void aFilmPlays() {
    database.sql("update job set state = 'complete' where id <> :id").param("id", job).update();
    owner = new Caller(UUID.fromString(asset("owner_id")), "a@example.com", false);
    tasks.commit(work(task("inspect")), Map.of());
    UUID first = planned("encode-video", true);
    transaction.executeWithoutResult(
        now ->
            rows.add(
                job,
                asset,
                IntStream.range(0, 3)
                    .mapToObj(i -> PlannedTask.afterRenditions(KIND, i, chunk(i)))
                    .toList()));
    tasks.commit(work(first), stored());
    jobs.finish(job);
    forget("outbox");
  }

  @Test
  void isShownAsAWholeWithItsLastChunkWhicheverThatIs() {
    List<Work> chunks = chunks();
    commit(chunks.get(2));
    commit(chunks.get(0));
    assertThat(shown()).isEmpty();
    commit(chunks.get(1));
    assertThat(shown())
        .containsExactly(
            "720p-av1 1280x720 av01.0.05M.08 a/0/720p-av1/init.mp4 0,1,2",
            "360p-av1 640x360 av01.0.05M.08 a/0/360p-av1/init.mp4 0,1,2");
    assertThat(
            database
                .sql(
                    "select distinct plan ->> 'codec' || ' ' || bandwidth || ' ' || timescale from rendition where"
                        + " asset_id = :asset and codec_set = 2")
                .param("asset", asset)
                .query(String.class)
                .list())
        .as("what came out: 1000 bytes in 4 s, 1100 in the worst segment")
        .containsExactly("av01.0.05M.08 2400 12800");
  }

  /**
   * The one that is later waits for the end of the other, or neither would see the other's chunk.
   */
  @Test
  void isShownOnceWhenItsLastChunksAreCommittedAtOnce() {
    List<Work> chunks = chunks();
    commit(chunks.get(0));
    CompletableFuture<Void> later = new CompletableFuture<>();
    transaction.executeWithoutResult(
        now -> {
          commit(chunks.get(1));
          later.completeAsync(
              () -> {
                commit(chunks.get(2));
                return null;
              });
          await().until(() -> later.isDone() || isSomebodyWaiting());
        });
    later.join();
    assertThat(shown()).hasSize(2);
  }

  private boolean isSomebodyWaiting() {
    return database
        .sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void isSeenOnlyByPlaybacksThatWereGrantedAfterwards() {
    UUID before = playbacks.grant(owner, asset).playbackId();
    chunks().forEach(this::commit);
    UUID after = playbacks.grant(owner, asset).playbackId();
    assertThat(sets(before)).isEqualTo(1);
    assertThat(sets(after)).isEqualTo(2);
  }

  @Test
  void waitsWhileAChunkOfAnyFirstSetDoes() {
    UUID other = UUID.randomUUID();
    database
        .sql(
            "insert into asset (id, owner_id, status, title, filename, content_type, size, source_key)"
                + " select :other, owner_id, 'uploaded', 't', 'f', 'video/mp4', 1, source_key || '2' from asset where"
                + " id = :id")
        .param("other", other)
        .param("id", asset)
        .update();
    UUID urgent = jobs.open(other, "standard").orElseThrow();
    transaction.executeWithoutResult(
        now -> rows.add(urgent, other, List.of(PlannedTask.at("encode-video", 7, 1, 0, Map.of()))));
    assertThat(claim(KIND)).isNull();
    assertThat(claim("encode-video")).isNotNull();
    assertThat(claim(KIND)).as("nothing of the other one waits any more").isNotNull();
  }

  @Test
  void isOneSideTaskWhoseRetryBringsTheRestBack() {
    assertThat(sideTasks()).isEqualTo("encode-second-set queued");
    List<Work> chunks = chunks().subList(0, 2);
    assertThat(sideTasks()).isEqualTo("encode-second-set running");
    commit(chunks.get(0));
    tasks.refuse(chunks.get(1), new MediaRefused("broken", "It is broken."));
    UUID failed = chunks.get(1).claim().task();
    jobs.fail(job, failed);
    assertThat(sideTasks()).isEqualTo("encode-second-set failed");
    assertThat(states()).containsExactly("complete", "failed", "failed");
    assertThat(asset("status")).isEqualTo("complete");
    assertThat(
            database
                .sql("select cast(warnings as text) from asset_overview where id = :id")
                .param("id", asset)
                .query(String.class)
                .single())
        .as("what was only put off is no warning")
        .isEqualTo("[\"encode-second-set: It is broken.\"]");

    repairs.retry(owner, asset, failed);
    assertThat(states()).containsExactly("complete", "queued", "queued");
    jobs.fail(job, failed);
    assertThat(states()).as("told late").containsExactly("complete", "queued", "queued");
    Stream.of(open(), open()).forEach(this::commit);
    assertThat(shown()).hasSize(2);
    assertThat(sideTasks()).isEmpty();
  }

  @Test
  void endsWithItsVersion() {
    List<Work> chunks = chunks();
    commit(chunks.get(0));
    UUID newer = jobs.reopen(asset, Terms.of("standard")).orElseThrow();
    database
        .sql("update task set state = 'complete' where job_id = :job")
        .param("job", newer)
        .update();
    database
        .sql("update job set state = 'running', plan = '{}' where id = :job")
        .param("job", newer)
        .update();
    assertThat(states())
        .as("until there is another")
        .containsExactly("complete", "running", "running");
    jobs.finish(newer);
    assertThat(asset("published_version")).isEqualTo("2");
    assertThat(states()).containsExactly("complete", "failed", "failed");
    assertThat(shown()).isEmpty();
  }

  private List<Work> chunks() {
    return IntStream.range(0, 3).mapToObj(i -> open()).toList();
  }

  private Work open() {
    return workbench.open(claim(KIND), /* aside= */ false);
  }

  private void commit(Work work) {
    int place = place(work);
    tasks.commit(
        work,
        new Stored(
            null,
            Stream.of("720p-av1", "360p-av1").map(name -> track(name, place)).toList(),
            List.of()));
  }

  private int place(Work work) {
    return database
        .sql("select ordinal from task where id = :id")
        .param("id", work.claim().task())
        .query(Integer.class)
        .single();
  }

  private static StoredTrack track(String name, int place) {
    String prefix = "a/" + place + "/" + name + "/";
    long bytes = 1000 + 100L * place;
    return new StoredTrack(
        name,
        12_800,
        "av01.0.05M.08",
        place == 0 ? prefix + "init.mp4" : null,
        List.of(new StoredSegment(place, place * 51_200L, 51_200, prefix + place, bytes, 100)));
  }

  private List<String> shown() {
    return database
        .sql(
            "select name || ' ' || width || 'x' || height || ' ' || codecs || ' ' || init_key || ' ' ||"
                + " (select string_agg(cast(number as text), ',' order by number) from segment where rendition_id = r.id)"
                + " from rendition r where asset_id = :asset and codec_set = 2 order by ordinal")
        .param("asset", asset)
        .query(String.class)
        .list();
  }

  private long sets(UUID playback) {
    return number("select codec_sets from playback where id = :id", playback);
  }

  private String sideTasks() {
    return database
        .sql(
            "select coalesce(string_agg((each ->> 'kind') || ' ' || (each ->> 'status'), ', '), '')"
                + " from asset_side_tasks cross join lateral jsonb_array_elements(side_tasks) as all_of (each)"
                + " where asset_id = :asset")
        .param("asset", asset)
        .query(String.class)
        .single();
  }

  private List<String> states() {
    return database
        .sql("select state from task where job_id = :job and kind = :kind order by ordinal")
        .param("job", job)
        .param("kind", KIND)
        .query(String.class)
        .list();
  }

  private static EncodeVideo chunk(int index) {
    var picture =
        new Picture(
            0,
            1280,
            720,
            0,
            0,
            1,
            false,
            false,
            Picture.Range.STANDARD,
            false,
            false,
            1000,
            Picture.Colours.BT709,
            0);
    return new EncodeVideo(
        picture,
        RATE,
        100,
        "8",
        32,
        new VideoChunk(index, index * 100L, 100, index, index == 2, Access.INDEX),
        true,
        List.of(rendition("720p-av1", 1280, 720), rendition("360p-av1", 640, 360)),
        null,
        Codec.AV1);
  }

  private static VideoRendition rendition(String name, int width, int height) {
    return new VideoRendition(name, width, height, RATE, "av01", 0, 1_000_000, 1_500_000);
  }
}
