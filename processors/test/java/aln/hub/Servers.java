package aln.hub;

import aln.embedded.SharedParts;
import aln.testing.RealServers;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Servers that hubs and tests meet at.
 *
 * @param broker with its user and password
 * @param settings all of them in the hub's words
 */
record Servers(URI broker, Map<String, String> settings) {

  private static final List<String> QUEUES =
      List.of(
          "open-job",
          "advance-job",
          "inspect",
          "remux-source",
          "encode-video",
          "encode-second-set",
          "encode-audio",
          "make-poster",
          "extract-subtitles",
          "make-thumbnails",
          "make-preview",
          "make-storyboard",
          "make-download",
          "publish-asset",
          "sweep-asset",
          "hear-drop",
          "dead-letters");

  /**
   * RabbitMQ and MinIO; the hub brings its own database. The broker holds nothing of an earlier
   * hub. Where there are no real servers the test is skipped.
   */
  static Servers real() {
    URI broker = RealServers.rabbitMq();
    RealServers.ObjectStore store = RealServers.minio();
    forget(broker);
    Map<String, String> settings =
        Map.of(
            "ALN_AMQP_URL", broker.toString(),
            "ALN_S3_ENDPOINT", store.endpoint().toString(),
            "ALN_S3_ACCESS_KEY", store.accessKey(),
            "ALN_S3_SECRET_KEY", store.secretKey());
    return new Servers(broker, settings);
  }

  static Servers of(SharedParts parts) {
    Map<String, String> settings = new HashMap<>(parts.database());
    settings.put("ALN_AMQP_URL", parts.broker().toString());
    settings.putAll(parts.store());
    return new Servers(parts.broker(), settings);
  }

  /** The settings, and more. */
  Map<String, String> with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(more);
    return all;
  }

  private static void forget(URI broker) {
    try (Connection connection = Broker.connect(broker);
        Channel channel = connection.createChannel()) {
      for (String queue : QUEUES) {
        channel.queueDelete("aln." + queue);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
