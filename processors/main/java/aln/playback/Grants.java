package aln.playback;

import aln.accounts.Caller;
import aln.idempotency.Idempotency;
import aln.idempotency.Once;
import aln.problems.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Playbacks that clients ask for, each once, however often they ask. */
@Component
public class Grants {

  private final Playbacks playbacks;
  private final Idempotency idempotency;

  public Grants(Playbacks playbacks, Idempotency idempotency) {
    this.playbacks = playbacks;
    this.idempotency = idempotency;
  }

  /**
   * @param viewer null for somebody who did not sign in; nobody's key means nothing, as anybody
   *     could send it
   * @param key Idempotency-Key, if there is one
   * @throws Problem as {@link Playbacks#grant} does; 409 when the key's playback is over
   */
  @Transactional
  public Once<Playback> grant(
      @Nullable Caller viewer, @Nullable String key, PlaybackRequest request) {
    if (viewer == null || key == null) {
      return Once.now(playbacks.grant(viewer, request.assetId()));
    }
    return idempotency
        .once(
            viewer.id(),
            "grant-playback",
            key,
            request,
            UUID.class,
            () -> playbacks.grant(viewer, request.assetId()).playbackId())
        .map(playbacks::granted);
  }
}
