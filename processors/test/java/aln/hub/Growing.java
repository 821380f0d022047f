package aln.hub;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A finished film as it looked while it was made: its segments are put aside and come back one
 * after the other, as the commits of its chunks would bring them. Somebody seems to be at its
 * chunks meanwhile, so the hub leaves its job alone; it must not retell what it thinks it has
 * missed.
 */
final class Growing {

  /** So that the hub leaves the job alone whose end it seems to have slept through. */
  static final Map<String, String> SETTINGS = Map.of("ALN_JOB_RETELL_AFTER", "1h");

  private static final String OF_THE_FILM =
      " rendition_id in (select id from rendition where asset_id = :asset)";

  private final JdbcClient database;
  private final UUID asset;

  /**
   * @param database settings of a hub that name its database
   * @param asset complete
   */
  Growing(Map<String, String> database, UUID asset) {
    this.database =
        JdbcClient.create(
            new DriverManagerDataSource(
                database.get("ALN_DB_URL"),
                database.get("ALN_DB_USER"),
                database.get("ALN_DB_PASSWORD")));
    this.asset = asset;
  }

  /** Only so many segments of each rendition are there. */
  void begin(int segments) {
    run("create table if not exists segment_aside as select * from segment where false");
    of("update task set state = 'running', lease_until = now() + interval '1 hour'"
            + " where asset_id = :asset and kind = 'encode-video'")
        .update();
    job("running");
    of("insert into segment_aside select * from segment where number >= :segments and"
            + OF_THE_FILM)
        .param("segments", segments)
        .update();
    of("delete from segment where number >= :segments and" + OF_THE_FILM)
        .param("segments", segments)
        .update();
  }

  /** So many of the picture and of the sound are there. */
  void show(int pictures, int sounds) {
    String both =
        " number < case (select kind from rendition where id = rendition_id) when 'video' then :pictures else :sounds end"
            + " and";
    of("with shown as (delete from segment_aside where"
            + both
            + OF_THE_FILM
            + " returning *)"
            + " insert into segment select * from shown")
        .param("pictures", pictures)
        .param("sounds", sounds)
        .update();
  }

  /** All is there. */
  void finish() {
    show(Integer.MAX_VALUE, Integer.MAX_VALUE);
    of("update task set state = 'complete', lease_until = null"
            + " where asset_id = :asset and kind = 'encode-video'")
        .update();
    job("complete");
  }

  private void job(String state) {
    of("update job set state = :state where asset_id = :asset").param("state", state).update();
  }

  private void run(String statement) {
    database.sql(statement).update();
  }

  private JdbcClient.StatementSpec of(String statement) {
    return database.sql(statement).param("asset", asset);
  }
}
