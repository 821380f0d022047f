package aln.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.Aln;
import aln.sql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two processes on one database, without clocks of their own. */
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=content", // its flows do not watch
      "aln.db.port=0",
      "aln.amqp.port=0",
      "aln.s3.port=0"
    })
class DropWatchIT {

  private static final DropSettings SETTINGS =
      new DropSettings(Duration.ofHours(1), Duration.ofMillis(300), Duration.ofHours(1));

  @Autowired JdbcClient database;
  @Autowired Sql sql;

  private DropWatch one;
  private DropWatch other;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) throws IOException {
    settings.add("aln.data-dir", Files.createTempDirectory("aln-watch")::toString);
  }

  @BeforeEach
  void aLookIsDue() {
    database
        .sql(
            "update drop_watch set look_at = now(), wake_at = null, after = null, holder = '', lease_until = now() - interval '1s'")
        .update();
    one = new DropWatch(sql, SETTINGS);
    other = new DropWatch(sql, SETTINGS);
  }

  @Test
  void letsOneLookAtATime() {
    assertThat(one.take()).isEmpty();
    assertThat(other.take()).isNull();
    assertThat(one.done(look("b"))).isTrue();
    assertThat(other.take()).as("between two stretches").isNull();
    assertThat(one.take()).isEqualTo("b");
    assertThat(one.done(look(null))).isFalse();
    assertThat(one.take()).as("before the next round").isNull();
  }

  @Test
  void goesOnWhereADeadOneHasStopped() {
    one.take();
    one.done(look("b"));
    one.take();
    database.sql("update drop_watch set lease_until = now() - interval '1s'").update();
    assertThat(other.take()).isEqualTo("b");
    one.keep();
    one.done(look("z"));
    assertThat(other.take()).as("who has lost the lease changes nothing").isEqualTo("b");
  }

  @Test
  void keepsTheLeaseWhileItLooks() {
    one.take();
    database.sql("update drop_watch set lease_until = now() + interval '1s'").update();
    one.keep();
    assertThat(
            database
                .sql("select lease_until > now() + interval '10s' from drop_watch")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void looksSoonerWhenItIsWokenAlsoInTheMiddleOfARound() {
    one.take();
    other.wake();
    other.wake();
    one.done(look(null));
    assertThat(one.take()).as("not settled yet").isNull();
    await().until(() -> one.take() != null);
    one.done(look(null));
    assertThat(one.take()).as("once").isNull();
  }

  @Test
  void comesBackForWhatWasTooYoung() {
    one.take();
    one.done(new Look(List.of(), List.of(), true, null));
    await().until(() -> one.take() != null);
  }

  private static Look look(@Nullable String next) {
    return new Look(List.of(), List.of(), false, next);
  }
}
