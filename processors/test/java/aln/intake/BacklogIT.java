package aln.intake;

import static org.assertj.core.api.Assertions.assertThat;

import aln.Aln;
import aln.sql.Sql;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.unit.DataSize;

/** What waits in a real PostgreSQL. */
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"aln.services=content", "aln.db.port=0", "aln.amqp.port=0", "aln.s3.port=0"})
class BacklogIT {

  @TempDir static Path data;

  @Autowired JdbcClient database;
  @Autowired Sql sql;

  private Instant now = Instant.now();
  private Backlog backlog;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("aln.data-dir", data::toString);
  }

  @BeforeEach
  void nothingWaits() {
    database.sql("delete from job").update();
    database.sql("delete from outbox").update();
    InstantSource clock = () -> now;
    backlog = new Backlog(sql, new IntakeSettings(2, 3, DataSize.ofBytes(0)), clock);
  }

  @Test
  void isFullWithTooManyOpenJobsAndTakesAgainWhenOneEnds() {
    job("queued");
    job("complete");
    assertThat(backlog.isFull()).isFalse();
    job("running");
    assertThat(backlog.isFull()).as("looked a moment ago").isFalse();
    later();
    assertThat(backlog.isFull()).isTrue();
    database.sql("update job set state = 'failed' where state = 'running'").update();
    later();
    assertThat(backlog.isFull()).isFalse();
  }

  @Test
  void isFullWithTooManyEventsThatTheBrokerDoesNotTake() {
    database
        .sql(
            "insert into outbox (type, data) select 'asset.uploaded', '{}' from generate_series(1, 3)")
        .update();
    assertThat(backlog.isFull()).isTrue();
  }

  private void later() {
    now = now.plusSeconds(2);
  }

  private void job(String state) {
    database
        .sql(
            """
            with someone as (
              insert into account (email, password_hash) values (:email, '-') returning id
            ), work as (
              insert into asset (id, owner_id, title, filename, content_type, size, source_key)
              select :asset, id, 't', 'f', 'video/mp4', 1, :email from someone returning id, owner_id
            )
            insert into job (id, asset_id, owner_id, version, state)
            select :asset, id, owner_id, 1, :state from work
            """)
        .param("email", UUID.randomUUID() + "@example.com")
        .param("asset", UUID.randomUUID())
        .param("state", state)
        .update();
  }
}
