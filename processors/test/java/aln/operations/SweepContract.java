package aln.operations;

import static org.assertj.core.api.Assertions.assertThat;

import aln.storage.Inventory.Entry;
import aln.storage.Inventory.Unfinished;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.tasks.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a round through any store takes and what it leaves. */
abstract class SweepContract extends SweptStore {

  private static final Duration NOW = Duration.ZERO;

  @Test
  void takesAttemptsThatNobodyCommittedAndLeavesTheCommittedOne() {
    task(job(1, "complete"), "encode-video", 3, "complete", 2);
    ObjectRef lost = output(asset, 1, "encode-video-3", 1, "360p/000000.m4s");
    ObjectRef committed = output(asset, 1, "encode-video-3", 2, "360p/000000.m4s");
    ObjectRef neverClaimed = output(asset, 1, "encode-video-3", 3, "360p/000000.m4s");
    ObjectRef noSuchTask = output(asset, 1, "encode-video-30", 2, "360p/000000.m4s");

    Sweep round = round(NOW);

    stay(committed);
    areGone(lost, neverClaimed, noSuchTask);
    assertThat(round.deleted()).isEqualTo(3);
    assertThat(round.bytes()).isEqualTo(30);
    assertThat(round.lookedAt()).isGreaterThanOrEqualTo(4);
    assertThat(versions()).containsExactly(1);
  }

  @Test
  void leavesWhatAWorkerIsAt() {
    UUID job = job(2, "running");
    task(job, "encode-video", 0, "running", 4);
    task(job, "encode-video", 1, "queued", 1);
    task(job, "encode-video", 2, "complete", 1);
    ObjectRef atWork = output(asset, 2, "encode-video-0", 4, "360p/000000.m4s");
    ObjectRef beforeIt = output(asset, 2, "encode-video-0", 3, "360p/000000.m4s");
    ObjectRef backInTheQueue = output(asset, 2, "encode-video-1", 1, "360p/000001.m4s");
    ObjectRef committed = output(asset, 2, "encode-video-2", 1, "360p/000002.m4s");

    round(NOW);

    stay(atWork, committed);
    areGone(beforeIt, backInTheQueue);
    assertThat(versions()).containsExactly(2);
  }

  @Test
  void leavesThePicturesOfThePublishedVersionAndThePosterThatItsOwnerChose() {
    UUID shown = job(1, "complete");
    task(shown, "make-storyboard", 0, "complete", 2);
    task(shown, "make-preview", 0, "failed", 1);
    ObjectRef sheet = output(asset, 1, "make-storyboard-0", 2, "sheet-000.jpg");
    ObjectRef lost = output(asset, 1, "make-storyboard-0", 1, "sheet-000.jpg");
    ObjectRef failed = output(asset, 1, "make-preview-0", 1, "preview.mp4");
    ObjectRef chosen = output(asset, 7, "make-thumbnails-1", 1, "still-01.jpg");
    database
        .sql("update asset set poster_key = ?, poster_chosen = true where id = ?")
        .params(chosen.key(), asset)
        .update();

    round(NOW);

    stay(sheet, chosen);
    areGone(lost, failed);
  }

  @Test
  void leavesThePiecesOfASourceUntilTheirJobIsComplete() {
    UUID job = job(2, "running");
    task(job, "remux-source", 0, "complete", 2);
    ObjectRef lost = output(asset, 2, "remux-source-0", 1, "piece-000000.mkv");
    ObjectRef piece = output(asset, 2, "remux-source-0", 2, "piece-000000.mkv");
    round(NOW);
    stay(piece);
    areGone(lost);

    database.sql("update job set state = 'complete' where id = ?").params(job).update();
    database.sql("update asset set published_version = 2 where id = ?").params(asset).update();
    round(NOW);
    areGone(piece);
  }

  @Test
  void leavesSoundThatIsShownUntilItIsReplaced() {
    UUID job = job(2, "running");
    database
        .sql("update rendition set kind = 'audio' where asset_id = ? and version = 2")
        .params(asset)
        .update();
    task(job, "encode-audio", 0, "running", 2);
    ObjectRef shown = output(asset, 2, "encode-audio-0", 1, "audio-1/000000.m4s");
    ObjectRef atWork = output(asset, 2, "encode-audio-0", 2, "audio-1/000000.m4s");
    show(shown);
    round(NOW);
    stay(shown, atWork);

    show(atWork);
    round(NOW);
    stay(atWork);
    areGone(shown);
  }

  private void show(ObjectRef segment) {
    database
        .sql(
            "insert into segment (rendition_id, number, start_tick, ticks, key, bytes)"
                + " select id, 0, 0, 4000, ?, 10 from rendition where asset_id = ? and version = 2"
                + " on conflict (rendition_id, number) do update set key = excluded.key")
        .params(segment.key(), asset)
        .update();
  }

  @Test
  void takesAllOfADeletedAssetAndOfOneThatNeverWas() {
    UUID deleted = UUID.randomUUID();
    asset(deleted, "deleted", null);
    UUID never = UUID.randomUUID();
    ObjectRef[] gone = {
      source(deleted), output(deleted, 1, "make-poster-0", 1, "poster.jpg"),
      source(never), output(never, 1, "make-poster-0", 1, "poster.jpg")
    };
    ObjectRef kept = source(asset);

    round(NOW);

    areGone(gone);
    stay(kept);
  }

  @Test
  void leavesWhatIsYoungerThanTheGrace() {
    ObjectRef young = output(asset, 1, "encode-video-0", 7, "360p/000000.m4s");
    assertThat(round(Duration.ofHours(1)).deleted()).isZero();
    stay(young);
  }

  @Test
  void leavesAloneAndReportsWhatIsNotItsOwn() {
    var note = put(new ObjectRef(Keys.TRANSCODED, Keys.assetPrefix(owner, asset) + "note.txt"));
    var mine = put(new ObjectRef(Keys.RAW, "operators/own-" + asset + ".mp4"));
    UUID stranger = UUID.randomUUID();
    var anotherHubs = put(Keys.source(stranger, UUID.randomUUID()));
    String prefix = Keys.outputPrefix(stranger, UUID.randomUUID(), 1, "make-poster-0", 1);
    var itsOutput = put(new ObjectRef(Keys.TRANSCODED, prefix + "poster.jpg"));

    Sweep round = round(NOW);

    stay(note, mine, anotherHubs, itsOutput);
    assertThat(round.strange()).isGreaterThanOrEqualTo(4);
    assertThat(round.examples()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
    for (ObjectRef each : new ObjectRef[] {note, mine, anotherHubs, itsOutput}) {
      objects.delete(each);
    }
  }

  @Test
  void keepsWhatAnAdminMayReplayUntilItIsDiscarded() {
    database.sql("update asset set status = 'failed', published_version = null").update();
    UUID job = job(1, "failed");
    task(job, "encode-video", 0, "complete", 1);
    UUID parked = task(job, "encode-video", 1, "failed", 4);
    database.sql("update task set parked = true where id = ?").params(parked).update();
    ObjectRef made = output(asset, 1, "encode-video-0", 1, "360p/000000.m4s");
    ObjectRef half = output(asset, 1, "encode-video-1", 4, "360p/000001.m4s");

    round(NOW);
    stay(made);
    areGone(half);
    assertThat(versions()).containsExactly(1);

    database
        .sql(
            "insert into dead_letter (id, state, queue, cause, task_id, body) values"
                + " (gen_random_uuid(), 'discarded', 'aln.encode-video', 'c', ?, '')")
        .params(parked)
        .update();
    round(NOW);
    areGone(made);
    assertThat(versions()).isEmpty();
  }

  @Test
  void keepsAReplacedVersionWhileSomebodyWatchesIt() {
    task(job(1, "complete"), "encode-video", 0, "complete", 1);
    task(job(2, "complete"), "encode-video", 0, "complete", 1);
    database.sql("update asset set published_version = 2 where id = ?").params(asset).update();
    UUID playback = UUID.randomUUID();
    database
        .sql(
            "insert into playback (id, token, asset_id, version, expires_at) values (?, ?, ?, 1, now() + interval '1 hour')")
        .params(playback, playback.toString(), asset)
        .update();
    ObjectRef before = output(asset, 1, "encode-video-0", 1, "360p/000000.m4s");
    ObjectRef current = output(asset, 2, "encode-video-0", 1, "360p/000000.m4s");

    round(NOW);
    stay(before, current);

    database.sql("update playback set revoked_at = now() where id = ?").params(playback).update();
    round(NOW);
    areGone(before);
    stay(current);
    assertThat(versions()).containsExactly(2);
  }

  @Test
  void keepsThePosterThatTheAssetShowsWhateverVersionMadeIt() {
    ObjectRef poster = output(asset, 1, "make-poster-0", 1, "poster.jpg");
    ObjectRef other = output(asset, 1, "make-poster-0", 2, "poster.jpg");
    database
        .sql("update asset set poster_key = ? where id = ?")
        .params(poster.key(), asset)
        .update();
    round(NOW);
    stay(poster);
    areGone(other);
  }

  @Test
  void goesPageByPageAndContinuesWhereAnotherSweeperStopped() {
    List<ObjectRef> lost = new ArrayList<>();
    IntStream.range(0, 1005)
        .parallel()
        .mapToObj(n -> output(asset, 1, "encode-video-0", 1, "360p/%06d.m4s".formatted(n)))
        .toList()
        .forEach(lost::add);
    Sweeps first = sweeps(NOW);
    transaction.executeWithoutResult(now -> first.beginNow());
    assertThat(step(first)).isEqualTo(1);
    assertThat(lost.stream().anyMatch(this::isThere)).as("more than a page").isTrue();

    Sweeps second = sweeps(NOW);
    assertThat(views.newest().finishedAt()).isNull();
    while (step(second) > 0) {
      assertThat(views.newest().failure()).isNull();
    }
    assertThat(lost).noneMatch(this::isThere);
    assertThat(views.list(null, 10).items()).as("the same round").hasSize(1);
    assertThat(views.newest().deleted()).isGreaterThanOrEqualTo(1005);
    assertThat(views.newest().lookedAt()).isGreaterThanOrEqualTo(1005);
  }

  @Test
  void sweepsOnceAtATime() {
    Sweeps sweeps = sweeps(NOW);
    transaction.executeWithoutResult(now -> sweeps.beginNow());
    transaction.executeWithoutResult(
        another -> {
          assertThat(sweeps.step()).isEqualTo(1);
          assertThat(CompletableFuture.supplyAsync(() -> step(sweeps)).join()).isZero();
        });
    assertThat(step(sweeps)).isEqualTo(1);
  }

  @Test
  void beginsOnceAPeriodAndAtOnceWhenAnAdminAsks() {
    Sweeps sweeps = sweeps(NOW);
    transaction.executeWithoutResult(now -> sweeps.beginWhenDue());
    UUID going = views.newest().id();
    assertThat(transaction.execute(now -> sweeps.beginNow()).id()).isEqualTo(going);
    while (step(sweeps) > 0) {
      assertThat(views.newest().failure()).isNull();
    }
    transaction.executeWithoutResult(now -> sweeps.beginWhenDue());
    assertThat(views.newest().id()).as("not yet").isEqualTo(going);
    assertThat(transaction.execute(now -> sweeps.beginNow()).id()).isNotEqualTo(going);
  }

  /** The register is asked after the listing, so grace is not what protects a commit. */
  @Test
  void losesNothingThatIsCommittedWhileItSweeps() {
    database.sql("update task set state = 'failed' where state = 'queued'").update();
    UUID job = job(3, "running");
    Sweeps sweeps = sweeps(NOW);
    AtomicBoolean working = new AtomicBoolean(true);
    AtomicInteger pages = new AtomicInteger();
    var sweeping =
        CompletableFuture.runAsync(
            () -> {
              while (working.get()) {
                transaction.executeWithoutResult(now -> sweeps.beginNow());
                pages.addAndGet(step(sweeps));
              }
            });
    List<ObjectRef> committed = new ArrayList<>();
    for (int ordinal = 0; ordinal < 40; ordinal++) {
      UUID task = task(job, "encode-video", ordinal, "queued", 0);
      for (int attempt = 1; attempt <= 2; attempt++) {
        Work work = workbench.open(claim("encode-video"), /* aside= */ false);
        List<ObjectRef> made = new ArrayList<>();
        for (int segment = 0; segment < 5; segment++) {
          String key = work.outputPrefix() + "360p/%06d.m4s".formatted(segment);
          made.add(put(new ObjectRef(Keys.TRANSCODED, key)));
        }
        if (attempt == 1) {
          database.sql("update task set state = 'queued' where id = ?").params(task).update();
        } else {
          tasks.commit(work, Map.of());
          committed.addAll(made);
        }
        workbench.close(work);
      }
    }
    working.set(false);
    sweeping.join();
    assertThat(pages).as("sweeps meanwhile").hasValueGreaterThan(20);
    assertThat(committed).hasSize(200).allMatch(this::isThere);
    round(NOW); // the one that was going on
    round(NOW);
    assertThat(
            inventory.list(Keys.TRANSCODED, Keys.assetPrefix(owner, asset) + "v3/", null).entries())
        .extracting(Entry::key)
        .containsExactlyInAnyOrderElementsOf(committed.stream().map(ObjectRef::key).toList());
  }

  @Test
  void abortsUploadsThatNobodyFinished() {
    String key = Keys.outputPrefix(owner, asset, 1, "encode-video-0", 1) + "360p/000000.m4s";
    beginUpload(Keys.TRANSCODED, key);
    beginUpload(Keys.RAW, key);

    round(Duration.ofHours(1));
    assertThat(unfinished(key)).as("they are young").hasSize(2);
    assertThat(round(NOW).aborted()).isGreaterThanOrEqualTo(2);
    assertThat(unfinished(key)).isEmpty();
  }

  @Test
  void givesTimeToWhoeverDropsALargeFile() {
    String key = owner + "/wedding.mov";
    String upload = beginUpload(Keys.DROP, key);
    round(NOW);
    assertThat(unfinished(key)).hasSize(1);
    multiparts.abort(new ObjectRef(Keys.DROP, key), upload);
  }

  @Test
  void leavesThePartsOfAnUploadThatMayGoOnAndTakesThemWhenItIsOver() {
    UUID pending = UUID.randomUUID();
    asset(pending, "pending", null);
    String key = Keys.source(owner, pending).key();
    UUID upload = upload(pending, beginUpload(Keys.RAW, key));

    round(NOW);
    assertThat(unfinished(key)).hasSize(1);

    over(upload, "1 second");
    sweeper.sweep(pending);
    assertThat(unfinished(key)).as("at once").isEmpty();
    round(NOW);
    assertThat(storeId(upload)).as("a part may still come").isNotEmpty();
    over(upload, "7 hours");
    round(NOW);
    assertThat(storeId(upload)).isEmpty();
  }

  private UUID upload(UUID of, String storeId) {
    UUID upload = UUID.randomUUID();
    database
        .sql(
            "insert into upload (id, asset_id, owner_id, method, size, part_size, store_id, expires_at)"
                + " values (?, ?, ?, 'multipart', 10, 10, ?, now() + interval '7 days')")
        .params(upload, of, owner, storeId)
        .update();
    return upload;
  }

  private void over(UUID upload, String since) {
    database
        .sql(
            "update upload set state = 'aborted', completed_at = now() - cast(? as interval) where id = ?")
        .params(since, upload)
        .update();
  }

  private String storeId(UUID upload) {
    return database
        .sql("select coalesce(store_id, '') from upload where id = ?")
        .params(upload)
        .query(String.class)
        .single();
  }

  private List<Unfinished> unfinished(String key) {
    return Keys.BUCKETS.stream()
        .flatMap(bucket -> inventory.unfinished(bucket, NOW).stream())
        .filter(each -> each.ref().key().equals(key))
        .toList();
  }
}
