package aln.content;

import aln.content.Asset.Arrival;
import aln.content.Asset.Failure;
import aln.content.Asset.Rendition;
import aln.content.Asset.SideTask;
import aln.sql.Json;
import aln.sql.Row;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Presigner;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the view {@code asset_overview}. */
@Component
class AssetRows {

  private static final Duration VALID = Duration.ofHours(1);

  private final Presigner presigner;
  private final Json json;

  AssetRows(Presigner presigner, Json json) {
    this.presigner = presigner;
    this.json = json;
  }

  Asset read(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    String code = row.textOrNull("failure_code");
    List<SideTask> sideTasks =
        json.read(row.text("side_tasks"), new TypeReference<List<SideTask>>() {});
    return new Asset(
        row.uuid("id"),
        row.uuid("owner_id"),
        row.textOrNull("owner"),
        row.text("type"),
        row.text("status"),
        row.number("progress"),
        code == null ? null : new Failure(code, row.text("failure_message")),
        row.text("title"),
        row.text("description"),
        row.text("visibility"),
        row.text("filename"),
        columns.getLong("size"),
        arrival(row.textOrNull("arrival")),
        row.numberOrNull("duration"),
        row.integerOrNull("width"),
        row.integerOrNull("height"),
        columns.getBoolean("playable"),
        picture(row.textOrNull("poster_key")),
        picture(row.textOrNull("preview_key")),
        renditions(row.text("title"), row.text("renditions")),
        sideTasks,
        warnings(sideTasks),
        row.uuidOrNull("job_id"),
        row.time("created_at"),
        row.time("updated_at"));
  }

  private List<Rendition> renditions(String title, String rows) {
    return json.read(rows, new TypeReference<List<RenditionRow>>() {}).stream()
        .map(row -> row.with(download(row, title)))
        .toList();
  }

  private @Nullable URI download(RenditionRow row, String title) {
    return row.download() == null
        ? null
        : presigner.download(
            new ObjectRef(Keys.TRANSCODED, row.download()), VALID, row.filename(title));
  }

  private @Nullable Arrival arrival(@Nullable String columns) {
    return columns == null ? null : json.read(columns, Arrival.class);
  }

  private static List<String> warnings(List<SideTask> sideTasks) {
    return sideTasks.stream()
        .filter(task -> task.failure() != null)
        .map(task -> task.kind() + ": " + task.failure())
        .toList();
  }

  private @Nullable URI picture(@Nullable String key) {
    return key == null ? null : presigner.get(new ObjectRef(Keys.TRANSCODED, key), VALID);
  }
}
