package aln.uploads;

import aln.accounts.Caller;
import aln.idempotency.Idempotency;
import aln.idempotency.Once;
import aln.problems.Problem;
import aln.profiles.Profiles;
import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Presigner;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** Files that clients say they are about to send. */
@Component
public class Announcements {

  private final Sql sql;
  private final Idempotency idempotency;
  private final Presigner presigner;
  private final Profiles profiles;
  private final UploadSettings settings;

  public Announcements(
      Sql sql,
      Idempotency idempotency,
      Presigner presigner,
      Profiles profiles,
      UploadSettings settings) {
    this.sql = sql;
    this.idempotency = idempotency;
    this.presigner = presigner;
    this.profiles = profiles;
    this.settings = settings;
  }

  /**
   * What no hub of these settings ever takes.
   *
   * @param size bytes
   * @throws Problem 422 for an empty file, 413 for one that is too large
   */
  public void checkSize(long size) {
    DataSize limit = settings.maxSize();
    if (size == 0) {
      throw Problem.unprocessable(
          "empty-file",
          "The file is empty (0 bytes). Choose the file again, or export it once more.");
    }
    if (size > limit.toBytes()) {
      throw Problem.of(
          413,
          "too-large",
          "The file has %d bytes; this hub takes up to %d. Export it smaller, or ask the people who run the hub."
              .formatted(size, limit.toBytes()));
    }
  }

  /**
   * Writes the pending asset and its upload, and signs the address that takes the bytes. A repeat
   * with the same key gets the same asset with an address that was signed anew.
   *
   * @param key Idempotency-Key, if there is one
   * @throws Problem 400 for an unknown profile, 409 when the key's upload is over
   */
  @Transactional
  public Once<InitiatedUpload> take(Caller caller, @Nullable String key, InitiateUpload request) {
    Once<Announced> announced =
        idempotency.once(
            caller.id(),
            "initiate-upload",
            key,
            request,
            Announced.class,
            () -> announce(caller, request));
    if (announced.replayed()) {
      prolong(announced.answer().uploadId());
    }
    return announced.map(each -> address(caller, request, each));
  }

  private Announced announce(Caller caller, InitiateUpload request) {
    var announced = new Announced(UUID.randomUUID(), UUID.randomUUID());
    sql.statement("uploads/add-asset")
        .param("id", announced.assetId())
        .param("owner", caller.id())
        .param("title", request.titleOrName())
        .param("description", Optional.ofNullable(request.description()).orElse(""))
        .param("visibility", Optional.ofNullable(request.visibility()).orElse("private"))
        .param("filename", request.filename())
        .param("contentType", request.contentType())
        .param("size", request.size())
        .param("sourceKey", Keys.source(caller.id(), announced.assetId()).key())
        .param("profile", Optional.ofNullable(request.profile()).map(profiles::choose).orElse(null))
        .update();
    sql.statement("uploads/add-upload")
        .param("id", announced.uploadId())
        .param("asset", announced.assetId())
        .param("owner", caller.id())
        .param("size", request.size())
        .param("expiry", settings.expiry().toString())
        .update();
    return announced;
  }

  /** An address for the bytes of an upload that is over could change a source. */
  private void prolong(UUID upload) {
    int open =
        sql.statement("uploads/prolong-upload")
            .param("id", upload)
            .param("expiry", settings.expiry().toString())
            .update();
    if (open == 0) {
      throw Problem.conflict(
          "upload-over",
          "The upload of this Idempotency-Key has ended. Send a new key for a new upload.");
    }
  }

  private InitiatedUpload address(Caller caller, InitiateUpload request, Announced announced) {
    ObjectRef source = Keys.source(caller.id(), announced.assetId());
    return new InitiatedUpload(
        announced.uploadId(),
        announced.assetId(),
        "PUT",
        presigner.put(source, settings.expiry()),
        Map.of("Content-Type", request.contentType()),
        Instant.now().plus(settings.expiry()));
  }

  /** What is kept of an announcement; the signed address is not, as it opens the store. */
  record Announced(UUID uploadId, UUID assetId) {}
}
