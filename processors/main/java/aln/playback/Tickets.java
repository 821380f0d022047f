package aln.playback;

import aln.problems.Problem;
import aln.sql.Row;
import aln.sql.Sql;
import org.springframework.stereotype.Component;

/**
 * Checks the token of every request below {@code /play}, each time anew, so that revoking works at
 * once.
 */
@Component
public class Tickets {

  private final Sql sql;

  public Tickets(Sql sql) {
    this.sql = sql;
  }

  /**
   * @throws Problem 404 for a token that never was, 403 for one that is over
   */
  public Ticket check(String text) {
    Token token = new Token(text);
    Checked checked =
        sql.statement("playback/check-token")
            .param("token", token.hash())
            .query(
                (columns, number) -> {
                  Row row = new Row(columns);
                  return new Checked(
                      new Ticket(
                          token,
                          row.uuid("asset_id"),
                          row.integer("version"),
                          columns.getBoolean("complete"),
                          row.integer("codec_sets")),
                      columns.getBoolean("valid"));
                })
            .optional()
            .orElseThrow(() -> Problem.notFound("There is no such playback. Ask for one anew."));
    if (!checked.valid()) {
      throw Problem.of(403, "playback-over", "This playback is over. Ask for one anew.");
    }
    return checked.ticket();
  }

  private record Checked(Ticket ticket, boolean valid) {}
}
