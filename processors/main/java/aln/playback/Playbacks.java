package aln.playback;

import aln.accounts.Caller;
import aln.accounts.DerivedSecrets;
import aln.problems.Problem;
import aln.sql.Row;
import aln.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may play what, for how long. */
@Component
public class Playbacks {

  private final Sql sql;
  private final Boards boards;
  private final Addresses addresses;
  private final DerivedSecrets secrets;
  private final PlaybackSettings settings;

  public Playbacks(
      Sql sql,
      Boards boards,
      Addresses addresses,
      DerivedSecrets secrets,
      PlaybackSettings settings) {
    this.sql = sql;
    this.boards = boards;
    this.addresses = addresses;
    this.secrets = secrets;
    this.settings = settings;
  }

  /**
   * A playback of the version that can be played now.
   *
   * @param viewer null for somebody who did not sign in; they play what is public or unlisted
   * @throws Problem 404 when they may not know of it, 409 when there is nothing to play yet
   */
  public Playback grant(@Nullable Caller viewer, UUID asset) {
    Playable playable = playable(viewer, asset);
    Integer version = playable.version();
    if (version == null) {
      throw Problem.conflict("not-playable", playable.whyNot());
    }
    UUID id = UUID.randomUUID();
    Token token = token(id);
    Instant expiresAt =
        sql.statement("playback/add-playback")
            .param("id", id)
            .param("token", token.hash())
            .param("asset", asset)
            .param("version", version)
            .param("viewer", viewer == null ? null : viewer.id())
            .param("expiry", settings.expiry().toString())
            .query((row, number) -> new Row(row).time("expires_at"))
            .single();
    boolean storyboard = boards.find(asset, version).isPresent();
    return playback(id, version, playable.poster(), storyboard, expiresAt);
  }

  /**
   * A playback as it was granted, with the same addresses.
   *
   * @throws Problem 409 when it is over
   */
  Playback granted(UUID id) {
    return sql.statement("playback/read-granted")
        .param("id", id)
        .param("token", token(id).hash())
        .query(
            (columns, number) -> {
              Row row = new Row(columns);
              int version = row.integer("version");
              return playback(
                  id,
                  version,
                  columns.getBoolean("poster"),
                  boards.find(row.uuid("asset_id"), version).isPresent(),
                  row.time("expires_at"));
            })
        .optional()
        .orElseThrow(
            () ->
                Problem.conflict(
                    "playback-over",
                    "The playback of this Idempotency-Key is over. Ask anew with a new key."));
  }

  /**
   * Ends a playback that is the caller's own, or of the caller's asset; admins end any.
   *
   * @throws Problem 404 when it is none of theirs
   */
  public void revoke(Caller caller, UUID id) {
    int revoked =
        sql.statement("playback/revoke-playback")
            .param("id", id)
            .param("caller", caller.id())
            .param("admin", caller.admin())
            .update();
    if (revoked == 0) {
      throw Problem.notFound();
    }
  }

  /** Not kept anywhere: made again from the hub's key where a repeated request needs it. */
  private Token token(UUID playback) {
    return Token.of(secrets.of("playback token", playback.toString()));
  }

  private Playback playback(
      UUID id, int version, boolean poster, boolean storyboard, Instant expiresAt) {
    Token token = token(id);
    return new Playback(
        id,
        addresses.master(token),
        addresses.manifest(token),
        poster ? addresses.poster(token) : null,
        storyboard ? addresses.storyboard(token) : null,
        expiresAt,
        token,
        version);
  }

  private Playable playable(@Nullable Caller viewer, UUID asset) {
    return sql.statement("playback/find-playable")
        .param("asset", asset)
        .param("viewer", viewer == null ? null : viewer.id())
        .param("admin", viewer != null && viewer.admin())
        .query(Playbacks::playable)
        .optional()
        .orElseThrow(
            () ->
                Problem.notFound(
                    "There is nothing here to play. It may be private: sign in as its owner."));
  }

  private static Playable playable(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    return new Playable(
        row.integerOrNull("version"),
        columns.getBoolean("poster"),
        row.text("status"),
        Optional.ofNullable(row.textOrNull("failure_message")));
  }

  /**
   * @param version null when there is nothing to play yet
   */
  record Playable(
      @Nullable Integer version, boolean poster, String status, Optional<String> failure) {

    String whyNot() {
      return failure.orElse(
          status.equals("pending")
              ? "The file has not arrived yet. Finish the upload first."
              : "It is still being processed. Try again in a moment.");
    }
  }
}
