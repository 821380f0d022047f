package aln.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.Aln;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The shipped subscriber around a flow of the test, between a real broker and a real database. */
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=content", // no clock sends what the outbox holds
      "aln.messages.queues.count-events=asset.complete",
      "aln.db.port=0",
      "aln.amqp.port=0",
      "aln.s3.port=0"
    })
class SubscribersIT {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir static Path data;

  @Autowired CamelContext camel;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired RabbitTemplate broker;
  @Autowired Outbox outbox;
  @Autowired OutboxRelay relay;

  /** The ids that the flow has seen, in order. */
  private final List<String> seen = new CopyOnWriteArrayList<>();

  /** What the flow does after it has noted the id. */
  private volatile Processor work = event -> {};

  private final String id = UUID.randomUUID().toString();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("aln.data-dir", data::toString);
  }

  @BeforeEach
  void listen() throws Exception {
    database.sql("delete from outbox").update();
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:count-events")
                .routeId("count-events")
                .errorHandler(noErrorHandler())
                .process(SubscribersIT.this::handle);
          }
        });
    TemplatedRouteBuilder.builder(camel, "subscriber")
        .routeId("subscriber")
        .parameter("flow", "count-events")
        .add();
  }

  @AfterEach
  void listenNoMore() throws Exception {
    for (String route : List.of("subscriber", "count-events")) {
      camel.getRouteController().stopRoute(route);
      camel.removeRoute(route);
    }
  }

  @Test
  void handlesAnEventOnceThoughItComesTenTimes() {
    for (int time = 0; time < 10; time++) {
      send(id);
    }
    awaitHandled(afterwards());
    assertThat(seen).filteredOn(id::equals).hasSize(1);
  }

  @Test
  void remembersAnEventAfterItsWorkSoThatADeathInBetweenRepeatsIt() {
    CountDownLatch end = new CountDownLatch(1);
    work = event -> end.await();
    send(id);
    await().atMost(LONG).until(() -> seen.contains(id));
    assertThat(remembered(id)).as("a death now must not lose it").isFalse();

    forgetful(end::countDown);
    send(id);
    awaitHandled(afterwards());
    assertThat(seen).filteredOn(id::equals).hasSize(2);
    assertThat(remembered(id)).isTrue();
  }

  @Test
  void twoOfTheSameAtATimeHarmNobody() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    work =
        event -> {
          if (id(event).equals(id)) {
            both.await(30, TimeUnit.SECONDS);
          }
        };
    send(id);
    inAnotherProcess(id);
    awaitHandled(id);
    awaitHandled(afterwards());
    assertThat(seen).filteredOn(id::equals).hasSize(2);
    assertThat(database.sql("select count(*) from outbox").query(Long.class).single())
        .as("dead letters")
        .isZero();
  }

  @Test
  void remembersNothingThatFailedAndHandlesItsReplay() {
    work =
        event -> {
          throw new IllegalStateException("broken");
        };
    send(id);
    await().atMost(Duration.ofMinutes(1)).until(() -> cause().contains("broken"));
    assertThat(remembered(id)).isFalse();

    work = event -> {};
    database.sql("delete from outbox").update();
    transaction.executeWithoutResult(now -> outbox.resend("asset.complete", body()));
    String replayed =
        database.sql("select event_id::text from outbox").query(String.class).single();
    assertThat(replayed).isNotEqualTo(id);
    relay.relay();
    awaitHandled(replayed);
    assertThat(seen).contains(replayed);
  }

  @Test
  void anEventWithoutAnIdIsADeadLetterAtOnce() {
    send(null);
    await().atMost(Duration.ofSeconds(10)).until(() -> cause().contains("cloudEvents_id"));
    awaitHandled(afterwards());
    assertThat(seen).hasSize(1);
  }

  /** What the consumer of another process would do with the message. */
  private void inAnotherProcess(String id) throws Exception {
    Consumer consumer = camel.getRoute("subscriber").getConsumer();
    Exchange delivery = consumer.getEndpoint().createExchange();
    delivery.getMessage().setBody(body());
    delivery.getMessage().setHeader("cloudEvents_type", "asset.complete");
    delivery.getMessage().setHeader("cloudEvents_id", id);
    consumer.getProcessor().process(delivery);
    assertThat(delivery.getException()).isNull();
  }

  private void handle(Exchange event) throws Exception {
    seen.add(id(event));
    work.process(event);
  }

  private static String id(Exchange event) {
    return event.getMessage().getHeader("cloudEvents_id", String.class);
  }

  /** Lets the work end while nothing can be remembered. */
  private void forgetful(Runnable end) {
    database.sql("alter table handled_event rename column event_id to away").update();
    end.run();
    await().atMost(LONG).until(() -> Boolean.TRUE.equals(broker.execute(this::isAcknowledged)));
    database.sql("alter table handled_event rename column away to event_id").update();
  }

  private Boolean isAcknowledged(com.rabbitmq.client.Channel channel) throws Exception {
    return camel.getInflightRepository().size("subscriber") == 0
        && channel.messageCount("aln.count-events") == 0;
  }

  private void send(String id) {
    var message =
        MessageBuilder.withBody(body().getBytes(StandardCharsets.UTF_8))
            .setHeader("cloudEvents_type", "asset.complete");
    if (id != null) {
      message.setHeader("cloudEvents_id", id);
    }
    broker.send("", "aln.count-events", message.build());
  }

  private static String body() {
    return "{\"asset\":\"%s\",\"owner\":\"%s\",\"version\":1}"
        .formatted(UUID.randomUUID(), UUID.randomUUID());
  }

  /** Sent behind all others. */
  private String afterwards() {
    String last = UUID.randomUUID().toString();
    send(last);
    return last;
  }

  private void awaitHandled(String id) {
    await().atMost(LONG).until(() -> remembered(id));
  }

  private boolean remembered(String id) {
    return database
        .sql(
            "select exists (select from handled_event where flow = 'count-events' and event_id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Why the last dead letter is one. */
  private String cause() {
    return database
        .sql("select headers ->> 'aln-cause' from outbox where exchange = 'aln.dead-letters'")
        .query(String.class)
        .optional()
        .orElse("");
  }
}
