package aln.drop;

import aln.sql.Sql;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Who watches the drop folder, and when. One process among all has a lease on it, by the database's
 * clock; where one dies, another goes on after the key that it had reached.
 */
@Component
public class DropWatch {

  private static final Duration LEASE = Duration.ofSeconds(20);

  private final Sql sql;
  private final DropSettings settings;
  private final String holder = UUID.randomUUID().toString();

  public DropWatch(Sql sql, DropSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  /**
   * The key to look on after, empty at the beginning of a round; null while it is not this
   * process's turn or nothing is due.
   */
  public @Nullable String take() {
    return holding("drop/take-watch")
        .param("lease", LEASE.toString())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /** Keeps the lease while a look is under way. */
  public void keep() {
    holding("drop/keep-watch").param("lease", LEASE.toString()).update();
  }

  /**
   * A stretch was worked off.
   *
   * @return whether the next one is due at once
   */
  public boolean done(Look look) {
    if (look.early()) {
      wake();
    }
    holding("drop/note-look")
        .param("after", look.next())
        .param("pause", settings.poll().toString())
        .update();
    return look.next() != null;
  }

  /** Something has come: look as soon as it has settled. */
  public void wake() {
    sql.statement("drop/wake-watch").param("settle", settings.settle().toString()).update();
  }

  private StatementSpec holding(String statement) {
    return sql.statement(statement).param("holder", holder);
  }
}
