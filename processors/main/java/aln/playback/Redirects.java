package aln.playback;

import aln.problems.Problem;
import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Presigner;
import java.net.URI;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * From the address of a piece at the hub to a presigned one at the store that holds for a minute.
 */
@Component
public class Redirects {

  private static final String INIT = "init.mp4";

  private final Sql sql;
  private final Presigner presigner;
  private final PlaybackSettings settings;

  public Redirects(Sql sql, Presigner presigner, PlaybackSettings settings) {
    this.sql = sql;
    this.presigner = presigner;
    this.settings = settings;
  }

  /**
   * A segment ({@code 17.m4s}) or the initialisation section ({@code init.mp4}) of a rendition.
   *
   * @throws Problem 404 when nothing like that was committed
   */
  public URI piece(Ticket ticket, String rendition, String file) {
    StatementSpec found =
        file.equals(INIT)
            ? sql.statement("playback/find-init")
            : sql.statement("playback/find-segment").param("number", number(file, "m4s"));
    return signed(
        found
            .param("asset", ticket.assetId())
            .param("version", ticket.version())
            .param("name", rendition));
  }

  /**
   * @throws Problem 404 when there is none
   */
  public URI poster(Ticket ticket) {
    return signed(sql.statement("playback/find-poster").param("asset", ticket.assetId()));
  }

  /**
   * A sheet of the storyboard ({@code 0.jpg}).
   *
   * @throws Problem 404 when there is none
   */
  public URI sheet(Ticket ticket, String file) {
    return signed(
        sql.statement("playback/find-sheet")
            .param("asset", ticket.assetId())
            .param("version", ticket.version())
            .param("number", number(file, "jpg")));
  }

  /**
   * The WebVTT of a track of subtitles.
   *
   * @throws Problem 404 when there is none of that name
   */
  public URI words(Ticket ticket, String track) {
    return signed(
        sql.statement("playback/find-subtitles")
            .param("asset", ticket.assetId())
            .param("version", ticket.version())
            .param("name", track));
  }

  private URI signed(StatementSpec key) {
    return key.query(String.class)
        .optional()
        .map(
            found -> presigner.get(new ObjectRef(Keys.TRANSCODED, found), settings.segmentExpiry()))
        .orElseThrow(Redirects::nothing);
  }

  private static int number(String file, String ending) {
    if (!file.matches("\\d{1,9}\\." + ending)) {
      throw nothing();
    }
    return Integer.parseInt(file.substring(0, file.indexOf('.')));
  }

  private static Problem nothing() {
    return Problem.notFound("There is no such piece in this playback.");
  }
}
