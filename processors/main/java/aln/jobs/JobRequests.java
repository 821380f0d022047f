package aln.jobs;

import aln.accounts.Caller;
import aln.callbacks.CallbackAddresses;
import aln.idempotency.Idempotency;
import aln.idempotency.Once;
import aln.problems.Problem;
import aln.profiles.Profiles;
import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Objects;
import aln.storage.StoredObject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Jobs that scripts ask for, about objects that already lie in the raw bucket. */
@Component
public class JobRequests {

  private final Sql sql;
  private final Objects objects;
  private final Jobs jobs;
  private final Idempotency idempotency;
  private final Profiles profiles;
  private final Priorities priorities;
  private final CallbackAddresses callbackAddresses;

  public JobRequests(
      Sql sql,
      Objects objects,
      Jobs jobs,
      Idempotency idempotency,
      Profiles profiles,
      Priorities priorities,
      CallbackAddresses callbackAddresses) {
    this.sql = sql;
    this.objects = objects;
    this.jobs = jobs;
    this.idempotency = idempotency;
    this.profiles = profiles;
    this.priorities = priorities;
    this.callbackAddresses = callbackAddresses;
  }

  /**
   * The object that the request names.
   *
   * @throws Problem 404 when it is not there or not below the caller's own prefix; admins may name
   *     any
   */
  public StoredObject source(Caller caller, SubmitJob request) {
    String key = request.inputKey();
    boolean theirs = caller.admin() || key.startsWith(Keys.ownPrefix(caller.id()));
    return Optional.of(key)
        .filter(each -> theirs && Keys.isPossible(each))
        .flatMap(each -> objects.head(new ObjectRef(Keys.RAW, each)))
        .orElseThrow(
            () ->
                Problem.notFound(
                    "There is no object of yours with this input_key. Your keys begin with "
                        + Keys.ownPrefix(caller.id())));
  }

  /**
   * Opens a job for the object: of a new asset, or one more version of the asset it belongs to. A
   * repeat with the same key gets the same job.
   *
   * @param key Idempotency-Key, if there is one
   * @throws Problem 400 for an unknown profile, 403 for a priority that is not theirs to ask, 409
   *     while another job of the asset is under way
   */
  @Transactional
  public Once<SubmittedJob> submit(
      Caller caller, @Nullable String key, SubmitJob request, StoredObject source) {
    return idempotency.once(
        caller.id(),
        "submit-job",
        key,
        request,
        SubmittedJob.class,
        () -> open(caller, request, source));
  }

  private SubmittedJob open(Caller caller, SubmitJob request, StoredObject source) {
    Terms terms = terms(caller, request);
    UUID asset =
        sql.statement("jobs/find-source")
            .param("key", source.ref().key())
            .query(UUID.class)
            .optional()
            .orElseGet(() -> add(caller, source));
    UUID job =
        jobs.reopen(asset, terms)
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "job-active", "A job for this object is not at its end yet. Wait for it."));
    return new SubmittedJob(job, asset, "queued");
  }

  private Terms terms(Caller caller, SubmitJob request) {
    return new Terms(
        profiles.choose(request.profile()),
        priorities.admit(caller, request.priority()),
        callbackAddresses.admit(request.callbackUrl()),
        request.callbackUrl() == null ? null : caller.id());
  }

  private UUID add(Caller caller, StoredObject source) {
    UUID asset = UUID.randomUUID();
    String key = source.ref().key();
    String name = key.substring(key.lastIndexOf('/') + 1);
    sql.statement("jobs/add-asset")
        .param("id", asset)
        .param("caller", caller.id())
        .param("title", name)
        .param("filename", name)
        .param(
            "contentType",
            Optional.ofNullable(source.contentType()).orElse("application/octet-stream"))
        .param("size", source.size())
        .param("key", key)
        .update();
    return asset;
  }
}
