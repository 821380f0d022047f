package aln.uploads;

import aln.accounts.Caller;
import aln.messages.Outbox;
import aln.problems.Problem;
import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Presigner;
import aln.storage.StoredObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** Uploads from their announcement to their end. */
@Component
public class Uploads {

  private final Sql sql;
  private final Outbox outbox;
  private final Presigner presigner;
  private final UploadSettings settings;

  public Uploads(Sql sql, Outbox outbox, Presigner presigner, UploadSettings settings) {
    this.sql = sql;
    this.outbox = outbox;
    this.presigner = presigner;
    this.settings = settings;
  }

  /** Writes the pending asset and its upload, and signs the address that takes the bytes. */
  @Transactional
  public InitiatedUpload initiate(Caller caller, InitiateUpload request) {
    refuseTooLarge(request.size());
    UUID asset = UUID.randomUUID();
    UUID upload = UUID.randomUUID();
    ObjectRef source = Keys.source(caller.id(), asset);
    Instant expiresAt = Instant.now().plus(settings.expiry());
    sql.statement("uploads/add-asset")
        .param("id", asset)
        .param("owner", caller.id())
        .param("title", request.titleOrName())
        .param("description", Optional.ofNullable(request.description()).orElse(""))
        .param("visibility", Optional.ofNullable(request.visibility()).orElse("private"))
        .param("filename", request.filename())
        .param("contentType", request.contentType())
        .param("size", request.size())
        .param("sourceKey", source.key())
        .update();
    sql.statement("uploads/add-upload")
        .param("id", upload)
        .param("asset", asset)
        .param("owner", caller.id())
        .param("size", request.size())
        .param("expiry", settings.expiry().toString())
        .update();
    return new InitiatedUpload(
        upload,
        asset,
        "PUT",
        presigner.put(source, settings.expiry()),
        Map.of("Content-Type", request.contentType()),
        expiresAt);
  }

  /**
   * The caller's upload.
   *
   * @throws Problem 404 when it is not theirs, 409 when it was given up or is too old
   */
  public Upload find(Caller caller, UUID id) {
    Upload upload =
        sql.statement("uploads/find-upload")
            .param("id", id)
            .param("owner", caller.id())
            .query(Upload.class)
            .optional()
            .orElseThrow(() -> Problem.notFound("There is no upload of yours with this id."));
    if (upload.state().equals("aborted") || upload.state().equals("expired")) {
      throw over(upload.state());
    }
    return upload;
  }

  /** The asset has arrived: its status and its event in one transaction. Once is enough. */
  @Transactional
  public void complete(Upload upload, StoredObject found) {
    int completed =
        sql.statement("uploads/complete-upload")
            .param("id", upload.id())
            .param("etag", found.etag())
            .update();
    if (completed == 0) {
      refuseUnlessComplete(upload);
      return;
    }
    sql.statement("uploads/asset-uploaded").param("asset", upload.assetId()).update();
    outbox.announce(
        "asset.uploaded",
        upload.assetId(),
        Map.of(
            "asset", upload.assetId(),
            "owner", upload.ownerId(),
            "input", upload.source(),
            "size", upload.size()));
  }

  /** Somebody else was quicker: with the same, or by ending the upload. */
  private void refuseUnlessComplete(Upload upload) {
    String state =
        sql.statement("uploads/upload-state").param("id", upload.id()).query(String.class).single();
    if (!state.equals("complete")) {
      throw over(state);
    }
  }

  private static Problem over(String state) {
    return Problem.conflict(
        "upload-" + state, "This upload is over. Initiate a new one and send the file there.");
  }

  /** What became of the upload's asset. */
  public CompletedUpload status(Upload upload) {
    return sql.statement("uploads/asset-status")
        .param("asset", upload.assetId())
        .query(CompletedUpload.class)
        .single();
  }

  /** Gives an open upload up, with its asset; a complete one is an asset to delete. */
  @Transactional
  public void abort(Caller caller, UUID id) {
    Upload upload = find(caller, id);
    if (sql.statement("uploads/abort-upload").param("id", id).update() == 0) {
      throw Problem.conflict(
          "upload-complete", "This upload is complete. Delete its asset instead.");
    }
    giveUp(upload.assetId(), upload.ownerId());
  }

  /** Ends an upload whose time is over, with its asset; nothing happens when it has ended. */
  @Transactional
  public void expire(UUID id) {
    sql.statement("uploads/expire-upload")
        .param("id", id)
        .query(Expired.class)
        .optional()
        .ifPresent(expired -> giveUp(expired.assetId(), expired.ownerId()));
  }

  private void giveUp(UUID asset, UUID owner) {
    sql.statement("uploads/delete-asset").param("asset", asset).update();
    outbox.announce("asset.deleted", asset, Map.of("asset", asset, "owner", owner));
  }

  private void refuseTooLarge(long size) {
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

  /** Whose upload was ended. */
  record Expired(UUID assetId, UUID ownerId) {}
}
