package aln.hub;

import aln.testing.RealServers;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Real servers behind a hub, in the hub's words. */
final class Servers {

  private static final List<String> QUEUES =
      List.of(
          "open-job",
          "advance-job",
          "inspect",
          "encode-video",
          "encode-audio",
          "make-poster",
          "publish-asset",
          "sweep-asset",
          "dead-letters");

  private Servers() {}

  /** The broker holds nothing of an earlier hub; where there are no real servers the test skips. */
  static Map<String, String> rabbitMqAndMinio() {
    URI broker = RealServers.rabbitMq();
    RealServers.ObjectStore store = RealServers.minio();
    forget(broker);
    return Map.of(
        "ALN_AMQP_URL", broker.toString(),
        "ALN_S3_ENDPOINT", store.endpoint().toString(),
        "ALN_S3_ACCESS_KEY", store.accessKey(),
        "ALN_S3_SECRET_KEY", store.secretKey());
  }

  private static void forget(URI broker) {
    try (Connection connection = connect(broker);
        Channel channel = connection.createChannel()) {
      for (String queue : QUEUES) {
        channel.queueDelete("aln." + queue);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Connection connect(URI broker) throws Exception {
    var factory = new ConnectionFactory();
    factory.setUri(broker);
    return factory.newConnection();
  }
}
