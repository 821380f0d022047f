package aln.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import aln.Aln;
import aln.testing.RabbitMqServer;
import aln.testing.RealServers;
import aln.tls.Trust;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What RabbitMQ holds, reached by TLS with a CA that no JVM knows. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=content", // no consumer takes what is sent
      "aln.db.port=0",
      "aln.s3.port=0"
    })
class RabbitMqIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static RabbitMqServer server;

  @Autowired RabbitTemplate broker;
  @Autowired BrokerAdmin admin;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) throws Exception {
    server = RabbitMqServer.start(folder);
    settings.add("aln.data-dir", folder.resolve("hub")::toString);
    settings.add("aln.amqp.url", server.address()::toString);
    settings.add("aln.tls.ca", server.certificate()::toString);
  }

  /** Before there is a context that would fail instead. */
  @BeforeAll
  static void needsRabbitMq() {
    RealServers.rabbitMq();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void keepsADeadLetterUntilItsQueueIsThere() {
    admin.initialize();
    admin.deleteQueue(Topology.DEAD_LETTERS);
    broker.send("", "aln.open-job", message("poison"));
    await().atMost(SOON).until(this::rejected);
    assertThat(admin.getQueueInfo(Topology.DEAD_LETTERS)).isNull();

    admin.initialize();

    await().atMost(SOON).until(() -> "poison".equals(text(Topology.DEAD_LETTERS)));
    assertThat(text("aln.open-job")).isEmpty();
  }

  private static Message message(String text) {
    return new Message(text.getBytes(StandardCharsets.UTF_8));
  }

  private boolean rejected() {
    return Objects.requireNonNull(
        broker.execute(
            channel -> {
              var message = channel.basicGet("aln.open-job", false);
              if (message != null) {
                channel.basicReject(message.getEnvelope().getDeliveryTag(), false);
              }
              return message != null;
            }));
  }

  private String text(String queue) {
    var message = broker.receive(queue);
    return message == null ? "" : new String(message.getBody(), StandardCharsets.UTF_8);
  }

  @Test
  void usesAQueueThatIsThereWithOtherArgumentsAndSaysWhatToDo(CapturedOutput output) {
    admin.deleteQueue("aln.make-poster");
    admin.declareQueue(
        new Queue("aln.make-poster", true, false, false, Map.of("x-queue-type", "quorum")));
    admin.deleteQueue("aln.sweep-asset");

    admin.initialize();

    await().until(() -> output.getOut().contains("The broker keeps aln.make-poster as it is"));
    assertThat(output.getOut()).contains("policy");
    assertThat(admin.getQueueInfo("aln.sweep-asset")).as("the others are made").isNotNull();
    broker.send("aln", "task.make-poster", message("still bound"));
    await().atMost(SOON).until(() -> "still bound".equals(text("aln.make-poster")));
    admin.deleteQueue("aln.make-poster");
  }

  @Test
  void tellsWhoseCertificateIsNotTrusted(CapturedOutput output) throws Exception {
    var client = new com.rabbitmq.client.ConnectionFactory();
    client.setUri(server.address());
    client.useSslProtocol(Trust.of("").context());
    var stranger = new CachingConnectionFactory(client);
    var watch = new BrokerWatch(stranger, new Outages());

    assertThatThrownBy(stranger::createConnection).isInstanceOf(AmqpException.class);
    assertThat(watch).isNotNull();
    assertThat(output.getOut()).contains("ALN_TLS_CA").doesNotContain("guest:guest");
  }
}
