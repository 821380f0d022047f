package aln.uploads;

import aln.accounts.Caller;
import aln.messages.Outbox;
import aln.problems.Problem;
import aln.sql.Sql;
import aln.storage.StoredObject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Uploads that were announced, up to their end. */
@Component
public class Uploads {

  private static final Set<String> OVER = Set.of("aborted", "expired", "failed");

  private final Sql sql;
  private final Outbox outbox;

  public Uploads(Sql sql, Outbox outbox) {
    this.sql = sql;
    this.outbox = outbox;
  }

  /**
   * The caller's upload, whose bytes the caller brings.
   *
   * @throws Problem 404 when it is not theirs, 409 when it was given up, is too old, or the hub
   *     fetches it
   */
  public Upload find(Caller caller, UUID id) {
    Upload upload = findAny(caller, id);
    if (upload.isFetched()) {
      throw Problem.conflict(
          "fetched-by-hub",
          "The hub fetches this file by itself; there is nothing to send or to complete. Ask for"
              + " its asset to see how far it is.");
    }
    return upload;
  }

  /**
   * The same, whoever brings its bytes.
   *
   * @throws Problem as above
   */
  public Upload findAny(Caller caller, UUID id) {
    Upload upload =
        sql.statement("uploads/find-upload")
            .param("id", id)
            .param("owner", caller.id())
            .query(Upload.class)
            .optional()
            .orElseThrow(() -> Problem.notFound("There is no upload of yours with this id."));
    if (OVER.contains(upload.state())) {
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
            .param("size", found.size())
            .query(Integer.class)
            .single();
    if (completed == 0) {
      refuseUnlessComplete(upload);
      return;
    }
    outbox.announce(
        "asset.uploaded",
        upload.assetId(),
        Map.of(
            "asset", upload.assetId(),
            "owner", upload.ownerId(),
            "input", upload.source(),
            "size", found.size()));
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
  public EndedUpload abort(Caller caller, UUID id) {
    Upload upload = findAny(caller, id);
    if (sql.statement("uploads/abort-upload").param("id", id).update() == 0) {
      throw Problem.conflict(
          "upload-complete", "This upload is complete. Delete its asset instead.");
    }
    giveUp(upload.assetId(), upload.ownerId());
    return new EndedUpload(id, "aborted");
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

  /** Whose upload was ended. */
  record Expired(UUID assetId, UUID ownerId) {}
}
