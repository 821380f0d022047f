package aln.tasks;

import aln.media.plan.PlannedTask;
import aln.sql.Sql;
import org.springframework.stereotype.Component;

/**
 * The second set of a version's renditions: nobody sees anything of it before all of it is there.
 * Part of the transaction that commits one of its chunks.
 */
@Component
class SecondSets {

  private static final String KIND = PlannedTask.ENCODE_SECOND_SET;

  private final Sql sql;

  SecondSets(Sql sql) {
    this.sql = sql;
  }

  static boolean has(Work work) {
    return work.claim().kind().equals(KIND);
  }

  /** Before the chunk is committed, so that of two that are the last ones one sees the other. */
  void awaitTurn(Work work) {
    sql.statement("tasks/await-turn").param("asset", work.claim().asset()).query().listOfRows();
  }

  /** After that: shows all of it if nothing is missing. */
  void show(Work work) {
    sql.statement("tasks/show-second-set")
        .param("job", work.claim().job())
        .param("kind", KIND)
        .update();
  }
}
