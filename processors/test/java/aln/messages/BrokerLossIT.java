package aln.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.Aln;
import aln.embedded.EmbeddedBroker;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A hub whose broker is not there at the start, comes, goes, and comes back with nothing. */
@DirtiesContext // its broker is gone afterwards
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=jobs",
      "aln.db.port=0",
      "aln.s3.port=0",
      "aln.tasks.reap=200",
      "aln.jobs.retell=200",
      "aln.jobs.retell-after=2s"
    })
class BrokerLossIT {

  private static final Duration SOON = Duration.ofMinutes(1);

  @TempDir static Path folder;
  private static final int PORT = free();

  @Autowired JdbcClient database;
  @Autowired AmqpAdmin broker;

  private final UUID owner = UUID.randomUUID();

  private static int free() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("aln.data-dir", folder.resolve("hub")::toString);
    settings.add("aln.amqp.url", EmbeddedBroker.address(PORT)::toString);
  }

  @Test
  void losesNothingAndSaysSoInOneLine(CapturedOutput output) throws Exception {
    database
        .sql("insert into account (id, email, password_hash) values (?, 'c@example.com', '-')")
        .params(owner)
        .update();
    UUID first = uploaded();
    announce(first);
    await().until(() -> output.getOut().contains("cannot be reached"));
    try (var began = start("first")) {
      await().atMost(SOON).until(() -> jobs(first) == 1);
      await().atMost(SOON).until(() -> waiting("aln.inspect") > 0);
    }
    await().until(() -> output.getOut().contains("is gone"));

    // Confirmed, forgotten by the outbox, and lost with the broker's disk.
    UUID second = uploaded();
    try (var empty = start("second")) {
      await().atMost(SOON).until(() -> jobs(second) == 1);
      await("the tasks of both are woken").atMost(SOON).until(() -> waiting("aln.inspect") >= 2);
    }
    assertThat(output.getOut())
        .contains("is back", "The broker holds none of the hub's queues")
        .as("no stack trace")
        .doesNotContain("\tat ");
    assertThat(output.getOut().split("cannot be reached", -1)).hasSizeLessThan(6);
  }

  private static EmbeddedBroker start(String disk) throws Exception {
    return EmbeddedBroker.start(Files.createDirectory(folder.resolve(disk)), PORT);
  }

  private UUID uploaded() {
    UUID asset = UUID.randomUUID();
    database
        .sql(
            "insert into asset (id, owner_id, status, title, filename, content_type, size, source_key)"
                + " values (:id, :owner, 'uploaded', 't', 'f', 'video/mp4', 1, :key)")
        .param("id", asset)
        .param("owner", owner)
        .param("key", "user_" + owner + "/" + asset + "/source")
        .update();
    return asset;
  }

  private void announce(UUID asset) {
    database
        .sql(
            "insert into outbox (type, subject, data) select 'asset.uploaded', id, jsonb_build_object('asset', id, 'owner',"
                + " owner_id, 'size', size, 'input', jsonb_build_object('bucket', 'raw-assets', 'key', source_key))"
                + " from asset where id = ?")
        .params(asset)
        .update();
  }

  private long jobs(UUID asset) {
    return database
        .sql("select count(*) from job where asset_id = ?")
        .params(asset)
        .query(Long.class)
        .single();
  }

  private int waiting(String queue) {
    try {
      var found = broker.getQueueInfo(queue);
      return found == null ? 0 : found.getMessageCount();
    } catch (org.springframework.amqp.AmqpException notYet) {
      return 0;
    }
  }
}
