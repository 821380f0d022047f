package aln.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.Aln;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** From the outbox of a real PostgreSQL into the queues of a broker. */
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=content", // no consumer takes what is sent, no clock sends
      "aln.db.port=0",
      "aln.amqp.port=0",
      "aln.s3.port=0"
    })
class OutboxRelayIT {

  private static final String QUEUE = "aln.open-job";

  @TempDir static Path data;

  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired Outbox outbox;
  @Autowired OutboxRelay relay;
  @Autowired RabbitTemplate broker;

  private final UUID asset = UUID.randomUUID();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("aln.data-dir", data::toString);
  }

  @BeforeEach
  void nothingWaits() {
    database.sql("delete from outbox").update();
    taken();
  }

  @Test
  void writesOnlyTogetherWithWhatMadeItTrue() {
    assertThatThrownBy(() -> outbox.announce("asset.uploaded", asset, Map.of()))
        .isInstanceOf(IllegalTransactionStateException.class);
    transaction.executeWithoutResult(
        undone -> {
          outbox.announce("asset.uploaded", asset, Map.of());
          undone.setRollbackOnly();
        });
    assertThat(waiting()).isZero();
  }

  @Test
  void sendsInOrderAsCloudEventsAndForgets() {
    announce("asset.uploaded", IntStream.range(0, 250).toArray());
    assertThat(relay.relay()).isEqualTo(100);
    assertThat(relay.relay() + relay.relay()).isEqualTo(150);
    assertThat(waiting()).isZero();

    List<Message> messages = taken();
    assertThat(messages)
        .extracting(message -> new String(message.getBody()))
        .containsExactlyElementsOf(
            IntStream.range(0, 250).mapToObj(n -> "{\"number\": " + n + "}").toList());
    assertThat(messages.get(0).getMessageProperties().getHeaders())
        .containsEntry("cloudEvents_specversion", "1.0")
        .containsEntry("cloudEvents_type", "asset.uploaded")
        .containsEntry("cloudEvents_subject", asset.toString())
        .containsKeys("cloudEvents_id", "cloudEvents_source", "cloudEvents_time");
  }

  @Test
  void keepsWhatNoQueueTakesAndWhatOfItsAssetComesBehindIt() {
    announce("asset.unheard-of", 1);
    announce("asset.uploaded", 2);
    UUID other = UUID.randomUUID();
    transaction.executeWithoutResult(
        now -> outbox.announce("asset.uploaded", other, Map.of("number", 3)));
    relay.relay();
    relay.relay();
    assertThat(
            database
                .sql("select failure from outbox where type = 'asset.unheard-of'")
                .query(String.class)
                .single())
        .containsIgnoringCase("no queue takes it");
    assertThat(waiting()).as("the unheard-of one and the one behind it").isEqualTo(2);

    database.sql("delete from outbox where type = 'asset.unheard-of'").update();
    relay.relay();
    assertThat(waiting()).isZero();
    assertThat(taken())
        .extracting(message -> new String(message.getBody()))
        .contains("{\"number\": 2}", "{\"number\": 3}");
  }

  @Test
  void whatCannotBeSentHoldsUpNothingElse() {
    transaction.executeWithoutResult(
        now ->
            outbox.bury("odd", null, Map.of("too-long-for-a-frame", "x".repeat(300_000)), "odd"));
    announce("asset.uploaded", 1);
    relay.relay();
    assertThat(taken())
        .extracting(message -> new String(message.getBody()))
        .containsExactly("{\"number\": 1}");
    assertThat(waiting()).isEqualTo(1);
    assertThat(database.sql("select failure from outbox").query(String.class).single())
        .contains("too long for a frame");
  }

  @Test
  void leavesTheWorkToAnotherRelayThatIsAtIt() {
    announce("asset.uploaded", 1);
    transaction.executeWithoutResult(
        other -> {
          database.sql("select pg_advisory_xact_lock(hashtext('aln.outbox'))").query().singleRow();
          assertThat(inAnotherThread()).isZero();
        });
    assertThat(relay.relay()).isEqualTo(1);
  }

  private int inAnotherThread() {
    return CompletableFuture.supplyAsync(relay::relay).join();
  }

  private void announce(String type, int... numbers) {
    transaction.executeWithoutResult(
        now -> {
          for (int number : numbers) {
            outbox.announce(type, asset, Map.of("number", number));
          }
        });
  }

  private long waiting() {
    return database.sql("select count(*) from outbox").query(Long.class).single();
  }

  private List<Message> taken() {
    List<Message> messages = new ArrayList<>();
    Optional<Message> next = Optional.ofNullable(broker.receive(QUEUE));
    while (next.isPresent()) {
      messages.add(next.get());
      next = Optional.ofNullable(broker.receive(QUEUE));
    }
    return messages;
  }
}
