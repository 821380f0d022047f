package aln.embedded;

import aln.tls.Trust;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of the broker that declares, sends and takes as the hub does. */
record Rabbit(Connection connection, Channel channel) implements AutoCloseable {

  static Rabbit connect(BrokerConnection broker) throws Exception {
    var factory = new ConnectionFactory();
    factory.setHost(broker.host());
    factory.setPort(broker.port());
    factory.setUsername(broker.user());
    factory.setPassword(broker.password());
    factory.setVirtualHost(broker.virtualHost());
    Trust trust = broker.trust();
    if (trust != null) {
      factory.useSslProtocol(trust.context());
    }
    var connection = factory.newConnection();
    return new Rabbit(connection, connection.createChannel());
  }

  /** A durable queue with a dead-letter queue, in the one form that both brokers take. */
  void declare(String queue) throws Exception {
    String dead = queue + ".dead";
    channel.queueDeclare(dead, true, false, false, Map.of("x-queue-type", "quorum"));
    channel.queueDeclare(
        queue,
        true,
        false,
        false,
        Map.of(
            "x-queue-type",
            "quorum",
            "x-dead-letter-exchange",
            "",
            "x-dead-letter-routing-key",
            dead,
            "x-delivery-limit",
            20,
            "x-qpid-maximum-delivery-count",
            1,
            "alternateBinding",
            "{\"destination\":\"" + dead + "\"}"));
  }

  /** Returns when the broker has it on disk. */
  void send(String queue, String text) throws Exception {
    channel.confirmSelect();
    channel.basicPublish(
        "", queue, MessageProperties.PERSISTENT_BASIC, text.getBytes(StandardCharsets.UTF_8));
    channel.waitForConfirmsOrDie(10_000);
  }

  @Nullable String take(String queue) throws Exception {
    var message = channel.basicGet(queue, true);
    return message == null ? null : new String(message.getBody(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws Exception {
    connection.close();
  }
}
