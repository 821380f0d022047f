package aln.hub;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.impl.ForgivingExceptionHandler;
import java.net.URI;
import java.util.Map;

/** The broker behind a hub, past the hub. */
public record Broker(Connection connection, Channel channel) implements AutoCloseable {

  public static Broker at(URI address) throws Exception {
    Connection connection = connect(address);
    Channel channel = connection.createChannel();
    channel.confirmSelect();
    return new Broker(connection, channel);
  }

  static Connection connect(URI address) throws Exception {
    var factory = new ConnectionFactory();
    factory.setUri(address);
    factory.setExceptionHandler(new Unmoved());
    return factory.newConnection();
  }

  /** Returns when the broker has it. */
  public void send(String exchange, String key, Map<String, Object> headers, byte[] body)
      throws Exception {
    send(
        exchange,
        key,
        new BasicProperties.Builder().deliveryMode(2).headers(headers).build(),
        body);
  }

  /** Returns when the broker has it. */
  void send(String exchange, String key, BasicProperties properties, byte[] body) throws Exception {
    channel.basicPublish(exchange, key, properties, body);
    confirmed();
  }

  /** One of many, into a queue; {@link #confirmed} waits for all. */
  void publish(String queue, Map<String, Object> headers, byte[] body) throws Exception {
    var properties = new BasicProperties.Builder().deliveryMode(2).headers(headers).build();
    channel.basicPublish("", queue, properties, body);
  }

  void confirmed() throws Exception {
    channel.waitForConfirmsOrDie(60_000);
  }

  /** Messages that wait for a consumer. */
  public long waiting(String queue) throws Exception {
    return channel.messageCount(queue);
  }

  /** How many take messages out of it. */
  public long consumers(String queue) throws Exception {
    return channel.consumerCount(queue);
  }

  @Override
  public void close() throws Exception {
    connection.close();
  }

  /** A broker that goes away is what tests want; whoever calls is told by an exception. */
  private static final class Unmoved extends ForgivingExceptionHandler {
    @Override
    protected void log(String message, Throwable e) {}
  }
}
