package aln.playback;

import aln.media.pictures.Storyboard;
import aln.problems.Problem;
import aln.sql.Json;
import aln.sql.Sql;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Storyboards as their tasks have committed them. */
@Component
public class Boards {

  private final Sql sql;
  private final Json json;

  public Boards(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /**
   * The tiles for seeking, as WebVTT with relative addresses.
   *
   * @throws Problem 404 while there are none
   */
  public String vtt(Ticket ticket) {
    return find(ticket.assetId(), ticket.version())
        .orElseThrow(() -> Problem.notFound("There is no storyboard of this playback yet."))
        .vtt(sheet -> "storyboard/" + sheet + ".jpg");
  }

  /** Empty while there is none of this version. */
  Optional<Storyboard> find(UUID asset, int version) {
    return sql.statement("playback/storyboard")
        .param("asset", asset)
        .param("version", version)
        .query(String.class)
        .optional()
        .map(board -> json.read(board, Storyboard.class));
  }
}
