package aln.tasks;

import aln.media.plan.Findings;
import aln.media.plan.Ladders;
import aln.media.plan.Sampling;
import aln.media.plan.Samplings;
import aln.media.plan.TitleFit;
import aln.media.probe.Inspection;
import aln.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Samples of a source, as the job of a claimed task asks for them. */
@Component
public class Titles {

  private final Sql sql;
  private final Samplings samplings;

  public Titles(Sql sql, Samplings samplings) {
    this.sql = sql;
    this.samplings = samplings;
  }

  /** How its source is to be sampled; null where it is not. */
  public @Nullable Sampling sampling(Work work, Inspection source) {
    String profile =
        sql.statement("tasks/read-profile")
            .param("job", work.claim().job())
            .query(String.class)
            .single();
    return samplings.plan(source, Ladders.named(profile));
  }

  /**
   * @param fit null where nothing was sampled
   */
  public Findings found(Inspection source, @Nullable TitleFit fit) {
    return new Findings(source, fit == null ? TitleFit.NONE : fit);
  }
}
