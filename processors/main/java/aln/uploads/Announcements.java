package aln.uploads;

import aln.accounts.Caller;
import aln.idempotency.Idempotency;
import aln.idempotency.Once;
import aln.problems.Problem;
import aln.profiles.Profiles;
import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that clients say they are about to send: their rows, the same for every door. */
@Component
public class Announcements {

  private final Sql sql;
  private final Idempotency idempotency;
  private final Profiles profiles;
  private final Quotas quotas;

  Announcements(Sql sql, Idempotency idempotency, Profiles profiles, Quotas quotas) {
    this.sql = sql;
    this.idempotency = idempotency;
    this.profiles = profiles;
    this.quotas = quotas;
  }

  /**
   * Writes the pending asset and its upload, and so reserves its bytes. A repeat with the same key
   * gets the same, and its time begins anew. One transaction; who signs addresses does so after it,
   * as the account is locked meanwhile.
   *
   * @param operation operationId
   * @param key Idempotency-Key, if there is one
   * @param request as it came; alike in a repeat
   * @throws Problem 400 for an unknown profile, 409 when the key's upload is over, 413 when the
   *     quota is used up
   */
  @Transactional
  public Once<Announced> take(
      Caller caller,
      String operation,
      @Nullable String key,
      Object request,
      Announcement announcement) {
    Once<Announced> announced =
        idempotency.once(
            caller.id(),
            operation,
            key,
            request,
            Announced.class,
            () -> announce(caller, announcement));
    if (announced.replayed()) {
      prolong(announced.answer().uploadId(), announcement);
    }
    return announced;
  }

  private Announced announce(Caller caller, Announcement announcement) {
    InitiateUpload work = announcement.work();
    var announced = new Announced(UUID.randomUUID(), UUID.randomUUID());
    sql.statement("uploads/add-upload")
        .param("id", announced.uploadId())
        .param("asset", announced.assetId())
        .param("owner", caller.id())
        .param("title", work.titleOrName())
        .param("description", Optional.ofNullable(work.description()).orElse(""))
        .param("visibility", Optional.ofNullable(work.visibility()).orElse("private"))
        .param("filename", work.filename())
        .param("contentType", work.contentType())
        .param("size", work.size())
        .param("sourceKey", announced.source(caller).key())
        .param("profile", Optional.ofNullable(work.profile()).map(profiles::choose).orElse(null))
        .param("method", announcement.method())
        .param("partSize", announcement.partSize())
        .param("lastModified", announcement.lastModified())
        .param("expiry", announcement.expiry().toString())
        .update();
    quotas.check(caller.id(), work.size());
    return announced;
  }

  /** An address for the bytes of an upload that is over could change a source. */
  private void prolong(UUID upload, Announcement announcement) {
    int open =
        sql.statement("uploads/prolong-upload")
            .param("id", upload)
            .param("expiry", announcement.expiry().toString())
            .update();
    if (open == 0) {
      throw Problem.conflict(
          "upload-over",
          "The upload of this Idempotency-Key has ended. Send a new key for a new upload.");
    }
  }

  /** What is kept of an announcement; signed addresses are not, as they open the store. */
  public record Announced(UUID uploadId, UUID assetId) {

    ObjectRef source(Caller caller) {
      return Keys.source(caller.id(), assetId);
    }
  }
}
