package aln.content;

import aln.sql.Sql;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** When works appear in public lists. */
@Component
public class Publications {

  private final Sql sql;

  public Publications(Sql sql) {
    this.sql = sql;
  }

  /**
   * Dates the publication of what is public and complete for the first time; otherwise does
   * nothing.
   */
  public void publish(UUID asset) {
    sql.statement("content/publish-asset").param("asset", asset).update();
  }
}
