package aln.tasks;

import aln.ffmpeg.Output;
import aln.media.measure.Measurement;
import aln.sql.Json;
import aln.sql.Sql;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the receipt of a task; it counts once the task is committed under the same fence. */
@Component
public class Receipts {

  private final Sql sql;
  private final Json json;

  public Receipts(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /**
   * @param ran the command that encoded
   * @throws LeaseLost when the fence is not the row's any more
   */
  public void keep(Work work, Output ran, List<Measurement> made) {
    Receipt receipt =
        new Receipt("FFmpeg " + ran.version(), ran.command(), ran.took().toMillis() / 1000.0, made);
    int kept =
        sql.statement("tasks/keep-receipt")
            .param("id", work.claim().task())
            .param("fence", work.claim().fence())
            .param("body", json.text(receipt))
            .update();
    if (kept == 0) {
      throw new LeaseLost(work.claim());
    }
  }
}
