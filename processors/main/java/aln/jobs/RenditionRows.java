package aln.jobs;

import aln.media.plan.AudioRendition;
import aln.media.plan.Plan;
import aln.media.plan.VideoRendition;
import aln.sql.Json;
import aln.sql.Sql;
import org.springframework.stereotype.Component;

/** The rows of what a plan will make, in the order of its playlists. */
@Component
class RenditionRows {

  private final Sql sql;
  private final Json json;

  RenditionRows(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  void write(Job job, Plan plan) {
    int ordinal = 0;
    for (VideoRendition rendition : plan.video()) {
      add(job, ordinal++, RenditionRow.of(rendition, plan));
    }
    for (AudioRendition rendition : plan.audio()) {
      add(job, ordinal++, RenditionRow.of(rendition));
    }
  }

  private void add(Job job, int ordinal, RenditionRow row) {
    sql.statement("jobs/add-rendition")
        .param("asset", job.assetId())
        .param("version", job.version())
        .param("ordinal", ordinal)
        .param("name", row.name())
        .param("kind", row.kind())
        .param("width", row.width())
        .param("height", row.height())
        .param("frameRate", row.frameRate())
        .param("bandwidth", row.bandwidth())
        .param("codecs", row.codecs())
        .param("language", row.language())
        .param("plan", json.text(row.plan()))
        .update();
  }
}
