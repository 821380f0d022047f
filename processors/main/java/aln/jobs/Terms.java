package aln.jobs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a job.
 *
 * @param profile name of a ladder
 * @param priority see {@link Priorities}
 * @param callbackUrl who is told of its end
 * @param callbackOwner whose secret signs that
 */
record Terms(
    String profile, String priority, @Nullable String callbackUrl, @Nullable UUID callbackOwner) {

  static Terms of(String profile) {
    return new Terms(profile, Priorities.NORMAL, null, null);
  }
}
