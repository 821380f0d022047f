package aln.tasks;

import aln.sql.Json;
import aln.sql.Sql;
import org.springframework.stereotype.Component;

/** What an operator can read later about each attempt of a task that did not end well. */
@Component
class Attempts {

  private final Sql sql;
  private final Json json;

  Attempts(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /** In the transaction in which the claim ended, while its row still names its worker. */
  void note(Claim claim, Cause cause) {
    sql.statement("tasks/note-attempt")
        .param("id", claim.task())
        .param("fence", claim.fence())
        .param("code", cause.code())
        .param("cause", cause.technical())
        .param("detail", cause.detail())
        .param("command", cause.command().isEmpty() ? null : json.text(cause.command()))
        .param("exitCode", cause.exitCode())
        .query()
        .singleRow();
  }
}
