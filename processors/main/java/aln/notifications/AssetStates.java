package aln.notifications;

import aln.ConditionalOnService;
import aln.notifications.AssetEvent.Arrival;
import aln.notifications.AssetEvent.Failure;
import aln.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** How assets are, as the database says. */
@Repository
@ConditionalOnService("notifications")
class AssetStates {

  private final Sql sql;

  AssetStates(Sql sql) {
    this.sql = sql;
  }

  /** The state of an asset with the account that it belongs to. */
  record Owned(UUID owner, AssetEvent event) {}

  /** Of the owners all that is in work or changed in the last minute, and the named assets. */
  List<Owned> of(Collection<UUID> owners, Collection<UUID> assets) {
    return sql.statement("notifications/assets-in-work")
        .param("owners", texts(owners))
        .param("assets", texts(assets))
        .query(AssetStates::row)
        .list();
  }

  /** Empty when there is no such asset. */
  Optional<UUID> owner(UUID asset) {
    return sql.statement("notifications/owner").param("asset", asset).query(UUID.class).optional();
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  private static Owned row(ResultSet row, int number) throws SQLException {
    String code = row.getString("failure_code");
    Failure failure = code == null ? null : new Failure(code, row.getString("failure_message"));
    AssetEvent event =
        new AssetEvent(
            row.getObject("id", UUID.class),
            row.getString("status"),
            row.getDouble("progress"),
            failure,
            row.getBoolean("playable"),
            arrival(row));
    return new Owned(row.getObject("owner_id", UUID.class), event);
  }

  private static @Nullable Arrival arrival(ResultSet row) throws SQLException {
    Long received = row.getObject("received", Long.class);
    return received == null
        ? null
        : new Arrival(received, row.getObject("expected", Long.class), row.getString("trouble"));
  }
}
