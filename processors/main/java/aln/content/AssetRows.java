package aln.content;

import aln.content.Asset.Failure;
import aln.content.Asset.Rendition;
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

  private static final Duration POSTER_VALID = Duration.ofHours(1);

  private final Presigner presigner;
  private final Json json;

  AssetRows(Presigner presigner, Json json) {
    this.presigner = presigner;
    this.json = json;
  }

  Asset read(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    String code = row.textOrNull("failure_code");
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
        row.numberOrNull("duration"),
        row.integerOrNull("width"),
        row.integerOrNull("height"),
        columns.getBoolean("playable"),
        poster(row.textOrNull("poster_key")),
        json.read(row.text("renditions"), new TypeReference<List<Rendition>>() {}),
        json.read(row.text("warnings"), new TypeReference<List<String>>() {}),
        row.uuidOrNull("job_id"),
        row.time("created_at"),
        row.time("updated_at"));
  }

  private @Nullable URI poster(@Nullable String key) {
    return key == null ? null : presigner.get(new ObjectRef(Keys.TRANSCODED, key), POSTER_VALID);
  }
}
