package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import aln.accounts.Caller;
import aln.content.Asset;
import aln.content.Assets;
import aln.content.PosterChoice;
import aln.content.Repairs;
import aln.content.Thumbnails;
import aln.media.MediaRefused;
import aln.media.plan.PlannedTask;
import aln.problems.Problem;
import aln.tasks.StoredThumbnails;
import aln.tasks.StoredThumbnails.Thumbnail;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of pictures that could not be made, and which of those that were is the poster. */
class RepairsIT extends JobsOnPostgres {

  @Autowired Repairs repairs;
  @Autowired Assets assets;
  @Autowired Thumbnails thumbnails;

  @Test
  void whatFailedIsShownAndTriedAgainWithAllItsAttempts() {
    UUID side = complete("make-storyboard");
    tasks.retryOrPark(work(side), new IllegalStateException("once"));
    assertThat(view().sideTasks())
        .singleElement()
        .returns("queued", Asset.SideTask::status)
        .returns(null, Asset.SideTask::failure);
    isWokenAgain(side);
    tasks.retryOrPark(work(side), new IllegalStateException("for good"));
    assertThat(view().status()).isEqualTo("complete");
    assertThat(view().warnings()).singleElement().asString().startsWith("make-storyboard: ");
    assertThat(view().sideTasks()).singleElement().returns("failed", Asset.SideTask::status);
    letterOf(side);
    forget("outbox");

    repairs.retry(owner(), asset, side);
    repairs.retry(owner(), asset, side);
    assertThat(events()).as("once").containsExactly("task.make-storyboard");
    assertThat(state(side)).isEqualTo("queued");
    assertThat(number("select attempt from task where id = :id", side)).isZero();
    assertThat(view().warnings()).isEmpty();
    assertThat(
            number(
                "select count(*) from dead_letter where task_id = :id and state = 'replayed'",
                side))
        .isEqualTo(1);
    tasks.commit(work(side), Map.of());
    assertThat(view().sideTasks()).isEmpty();
  }

  @Test
  void onlyFailedSideTasksOfOnesOwnAreTriedAgain() {
    UUID side = complete("make-preview");
    Caller stranger = new Caller(UUID.randomUUID(), "stranger@example.com", false);
    forget("outbox");
    assertThatThrownBy(() -> repairs.retry(stranger, asset, side)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> repairs.retry(owner(), asset, task("inspect")))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> repairs.retry(owner(), UUID.randomUUID(), side))
        .isInstanceOf(Problem.class);
    repairs.retry(owner(), asset, side);
    assertThat(events()).as("it had not failed").isEmpty();
    repairs.retry(new Caller(UUID.randomUUID(), "admin@example.com", true), asset, side);
  }

  @Test
  void whatAnEndedJobHasCancelledWarnsNobody() {
    UUID video = planned("encode-video", true);
    UUID side = put(PlannedTask.afterRenditions("make-storyboard", 0, Map.of()));
    tasks.refuse(work(video), new MediaRefused("truncated", "The file ends too early."));
    jobs.fail(job, video);
    assertThat(state(side)).isEqualTo("failed");
    assertThat(view().warnings()).isEmpty();
    assertThat(view().sideTasks()).isEmpty();
    assertThatThrownBy(() -> repairs.retry(owner(), asset, side))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("upload the file again");
  }

  @Test
  void theBestStillIsThePosterUntilTheOwnerChooses() {
    UUID side = complete("make-thumbnails");
    tasks.commit(
        work(side),
        new StoredThumbnails(
            List.of(
                new Thumbnail("a", 1_000_000, 0.4),
                new Thumbnail("b", 2_000_000, 0.9),
                new Thumbnail("c", 3_000_000, 0.5)),
            List.of()));
    assertThat(asset("poster_key")).isEqualTo("b");
    assertThat(asset("poster_chosen")).isEqualTo("false");
    assertThat(thumbnails.list(owner(), asset).items())
        .extracting(aln.content.Thumbnail::id, aln.content.Thumbnail::poster)
        .containsExactly(tuple("0-1", false), tuple("0-2", true), tuple("0-3", false));

    thumbnails.choose(owner(), asset, new PosterChoice("0-3", null));
    assertThat(asset("poster_key")).isEqualTo("c");
    assertThatThrownBy(() -> thumbnails.choose(owner(), asset, new PosterChoice("0-4", null)))
        .isInstanceOf(Problem.class);

    database.sql("update task set state = 'queued' where id = ?").params(side).update();
    isWokenAgain(side);
    tasks.commit(work(side), new StoredThumbnails(List.of(new Thumbnail("d", 0, 1)), List.of()));
    assertThat(asset("poster_key")).as("a choice lasts").isEqualTo("c");

    UUID moment = put(new PlannedTask("make-thumbnails", 1, false, 0, Map.of()));
    tasks.commit(work(moment), new StoredThumbnails(List.of(new Thumbnail("m", 5, 0)), List.of()));
    assertThat(asset("poster_key")).as("a moment was asked for").isEqualTo("m");
  }

  @Test
  void takesOneMomentAtATimeNoneBeyondTheEndAndNotForEver() {
    refusesAMoment(1, "not-complete");
    complete("make-preview");
    database
        .sql("update asset set type = 'video', duration = 10 where id = ?")
        .params(asset)
        .update();
    refusesAMoment(10, "invalid-request");
    UUID moment = put(new PlannedTask("make-thumbnails", 1, false, 0, Map.of()));
    refusesAMoment(1, "taking-a-picture");
    database
        .sql("update task set ordinal = 100, state = 'complete' where id = ?")
        .params(moment)
        .update();
    refusesAMoment(1, "enough-pictures");
  }

  private void refusesAMoment(double at, String code) {
    assertThatThrownBy(() -> thumbnails.choose(owner(), asset, new PosterChoice(null, at)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  void aNewVersionKeepsTheChosenPoster() {
    complete("make-preview");
    database
        .sql("update asset set poster_key = 'chosen', poster_chosen = true where id = ?")
        .params(asset)
        .update();
    job = jobs.reopen(asset, Terms.of("standard")).orElseThrow();
    UUID poster = planned("make-poster", true);
    tasks.commit(work(task("inspect")), Map.of());
    tasks.commit(work(poster), Map.of("key", "new"));
    jobs.finish(job);
    assertThat(asset("published_version")).isEqualTo("2");
    assertThat(asset("poster_key")).isEqualTo("chosen");
  }

  /** The asset is complete; its side task may begin. */
  private UUID complete(String kind) {
    UUID video = planned("encode-video", true);
    UUID side = put(PlannedTask.afterRenditions(kind, 0, Map.of()));
    tasks.commit(work(task("inspect")), Map.of());
    tasks.commit(work(video), stored());
    jobs.finish(job);
    return side;
  }

  private UUID put(PlannedTask task) {
    transaction.executeWithoutResult(now -> rows.add(job, asset, List.of(task)));
    return database
        .sql("select id from task where job_id = :job and kind = :kind and ordinal = :ordinal")
        .param("job", job)
        .param("kind", task.kind())
        .param("ordinal", task.ordinal())
        .query(UUID.class)
        .single();
  }

  private void letterOf(UUID task) {
    database
        .sql(
            "insert into dead_letter (id, queue, cause, task_id, body) values (?, 'q', 'c', ?, '{}')")
        .params(UUID.randomUUID(), task)
        .update();
  }

  private Asset view() {
    return assets.read(owner(), asset);
  }
}
