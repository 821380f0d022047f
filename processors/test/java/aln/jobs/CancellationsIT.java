package aln.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.content.AssetChanges;
import aln.media.MediaRefused;
import aln.tasks.LeaseLost;
import aln.tasks.Leases;
import aln.tasks.Work;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Jobs that somebody ends on purpose. */
class CancellationsIT extends JobsOnPostgres {

  @Autowired Cancellations cancellations;
  @Autowired AssetChanges changes;
  @Autowired Leases leases;

  @Test
  void endTheJobAndItsAssetInWordsAndOnce() {
    planned("encode-video", true);
    planned("make-storyboard", false);
    forget("outbox");
    cancellations.cancel(owner(), job);
    cancellations.cancel(owner(), job);
    assertThat(job("state")).isEqualTo("failed");
    assertThat(job("failure_code")).isEqualTo("cancelled");
    assertThat(asset("status")).isEqualTo("failed");
    assertThat(asset("failure_message")).contains("retry");
    assertThat(events()).as("told once").containsExactly("asset.failed");
    assertThat(claim("inspect")).isNull();
    assertThat(claim("encode-video")).isNull();
    assertThat(claim("make-storyboard")).isNull();
  }

  @Test
  void whatIsDoneMeanwhileIsNotPublishedAndItsWorkerLearnsOfIt() {
    Work work = work(planned("encode-video", true));
    cancellations.cancel(owner(), job);
    assertThatThrownBy(() -> tasks.commit(work, stored())).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> tasks.retryOrPark(work, new IllegalStateException("killed")))
        .isInstanceOf(LeaseLost.class);
    assertThat(segments()).isZero();
    assertThat(leases.held()).contains(work);
    leases.renew();
    assertThat(leases.held()).doesNotContain(work);
    workbench.close(work);
  }

  @Test
  void anAssetThatHasAVersionGoesOnWithIt() {
    UUID video = planned("encode-video", true);
    tasks.commit(work(task("inspect")), Map.of());
    tasks.commit(work(video), stored());
    jobs.finish(job);
    refuses(() -> cancellations.cancel(owner(), job), "job-ended");
    job = jobs.reopen(asset, Terms.of("standard")).orElseThrow();
    assertThat(asset("status")).isEqualTo("processing");

    cancellations.cancel(admin(), job);
    assertThat(asset("status")).isEqualTo("complete");
    assertThat(asset("published_version")).isEqualTo("1");
    assertThat(asset("failure_code")).isNull();
  }

  @Test
  void onlyTheirOwnersAndAdminsCancelAndNothingThatFailedByItself() {
    refuses(() -> cancellations.cancel(stranger(), job), "not-found");
    refuses(() -> cancellations.cancel(owner(), UUID.randomUUID()), "not-found");
    UUID video = planned("encode-video", true);
    tasks.refuse(work(video), new MediaRefused("truncated", "The file ends too early."));
    jobs.fail(job, video);
    refuses(() -> cancellations.cancel(owner(), job), "job-ended");
    assertThat(asset("failure_code")).isEqualTo("truncated");
  }

  @Test
  void theEndOfATaskThatComesLaterChangesNothing() {
    UUID video = planned("encode-video", true);
    tasks.refuse(work(video), new MediaRefused("truncated", "The file ends too early."));
    cancellations.cancel(owner(), job);
    forget("outbox");
    jobs.fail(job, video);
    jobs.finish(job);
    assertThat(events()).isEmpty();
    assertThat(asset("failure_code")).isEqualTo("cancelled");
  }

  @Test
  void deletingAnAssetEndsItsJobByTheSameWay() {
    Work work = work(planned("encode-video", true));
    forget("outbox");
    changes.delete(owner(), asset);
    assertThat(job("failure_code")).isEqualTo("cancelled");
    assertThat(events()).containsExactly("asset.deleted");
    leases.renew();
    assertThat(leases.held()).doesNotContain(work);
    workbench.close(work);
  }
}
